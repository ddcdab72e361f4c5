import { useRef } from 'preact/hooks';
import { KINDS } from '../../questions/index.ts';
import type { HostModel } from '../../ui/page-model.ts';
import { roomOf } from '../../ui/present.ts';
import { useFitText } from '../../ui/use-fit-text.ts';
import { useGrowTransition } from '../../ui/use-flip.ts';
import { AnsweredCount } from './answered-count.tsx';
import { Countdown } from './countdown.tsx';
import { Explanation } from './explanation.tsx';
import { GetReady } from './get-ready.tsx';
import { OpeningProgress } from './opening-progress.tsx';

/** From text to answer the same elements, so that changes are seen. */
export function QuestionScreen({ model }: { model: HostModel }) {
  const scene = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLHeadingElement>(null);
  const { face, reveal, turn, phase, language } = roomOf(model);
  const part = phase === 'reveal' ? 'reveal' : (model.questionPhase.value ?? 'closing');
  const layout = `${turn?.number} ${part === 'closing' ? 'open' : part} ${Boolean(face?.picture)}`;
  useFitText(scene, '.ask', [layout, face?.text]);
  useGrowTransition(text, layout);
  if (part === 'ready') return <GetReady model={model} />;
  if (!face || !turn) return null;
  const { Board } = KINDS[face.kind];
  const asking = part === 'open' || part === 'closing';
  return (
    <div ref={scene} class="scene" data-part={part} data-picture={Boolean(face.picture)}>
      <div class="ask">
        <h1 ref={text} lang={language}>
          {face.text}
        </h1>
      </div>
      {face.picture && <img class="picture" src={`pictures/${face.picture.file}`} alt={face.picture.alt} lang={language} />}
      {asking && <Countdown model={model} />}
      {asking && <AnsweredCount model={model} />}
      {reveal && part === 'reveal' && <Explanation reveal={reveal} language={language} />}
      {part === 'reading' && <OpeningProgress model={model} from={turn.showsAt} to={turn.opensAt} />}
      <div class="board-place" lang={language}>
        <Board
          face={face}
          open={part !== 'reading'}
          reveal={part === 'reveal' ? reveal : undefined}
          live={model.hostView.value?.live}
        />
      </div>
    </div>
  );
}
