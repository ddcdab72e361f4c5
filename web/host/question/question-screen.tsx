import { useRef } from 'preact/hooks';
import { Board } from '../../questions/asked-on-projector.tsx';
import { mediaAddress } from '../../ui/media-address.ts';
import type { RoomModel } from '../../ui/page-model.ts';
import { roomOf } from '../../ui/present.ts';
import { useFitText } from '../../ui/use-fit-text.ts';
import { useGrowTransition } from '../../ui/use-flip.ts';
import { AnsweredCount } from './answered-count.tsx';
import { Countdown } from './countdown.tsx';
import { Explanation } from './explanation.tsx';
import { GetReady } from './get-ready.tsx';
import { OpeningProgress } from './opening-progress.tsx';
import { PlayedBar } from './played-bar.tsx';
import { usePlayed } from './use-played.ts';
import { Video } from './video.tsx';

/** From text to answer the same elements, so that changes are seen. */
export function QuestionScreen({ model }: { model: RoomModel }) {
  const scene = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLHeadingElement>(null);
  const { asked, turn, phase, language } = roomOf(model);
  const part = phase === 'reveal' ? 'reveal' : (model.questionPhase.value ?? 'closing');
  const isSeen = Boolean(asked?.picture ?? asked?.video);
  const played = usePlayed(model);
  const layout = `${turn?.number} ${part === 'closing' ? 'open' : part} ${isSeen}`;
  useFitText(scene, '.ask', [layout, asked?.text]);
  useGrowTransition(text, layout);
  if (part === 'ready') return <GetReady model={model} played={played} />;
  if (!asked || !turn) return null;
  const { outcome } = asked;
  const asking = part === 'open' || part === 'closing';
  return (
    <div ref={scene} class="scene" data-part={part} data-picture={isSeen}>
      <div class="ask">
        <h1 ref={text} lang={language}>
          {asked.text}
        </h1>
        {played && <PlayedBar played={played} loudness={model.loudness} />}
      </div>
      {asked.sound && <p class="visually-hidden">{asked.sound.alt}</p>}
      {played && asked.video && <Video played={played} video={asked.video} language={language} />}
      {asked.picture && <img class="picture" src={mediaAddress(asked.picture.file)} alt={asked.picture.alt} lang={language} />}
      {asking && <Countdown model={model} />}
      {asking && <AnsweredCount model={model} />}
      {outcome && <Explanation outcome={outcome} language={language} />}
      {part === 'reading' && <OpeningProgress model={model} from={turn.showsAt} to={turn.opensAt} />}
      <div class="board-place" lang={language}>
        <Board asked={asked} open={part !== 'reading'} live={model.hostView.value?.live} />
      </div>
    </div>
  );
}
