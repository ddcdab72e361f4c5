import { useRef } from 'preact/hooks';
import { Pad } from '../../questions/asked-on-phone.tsx';
import { Heading } from '../../ui/heading.tsx';
import { smallAddress } from '../../ui/media-address.ts';
import type { PlayerModel } from '../../ui/page-model.ts';
import { useFitText } from '../../ui/use-fit-text.ts';
import { PointsBadge } from './points-badge.tsx';
import { QuestionState } from './question-state.tsx';
import { TimeBar } from './time-bar.tsx';

/** The text makes room for the options; nothing else moves. */
export function QuestionScreen({ model }: { model: PlayerModel }) {
  const screen = useRef<HTMLElement>(null);
  const { asked, language } = model.room.value!;
  const part = model.questionPhase.value;
  useFitText(screen, '.sheet', [asked?.text, part]);
  if (!asked) return null;
  const played = asked.video ?? asked.sound;
  const reading = part === 'reading';
  return (
    <main class="screen question" ref={screen} data-part={part} data-picture={Boolean(asked.picture)}>
      <div class="sheet">
        <TimeBar model={model} />
        <div class="ask">
          {reading && <PointsBadge points={asked.points} />}
          <Heading lang={language}>{asked.text}</Heading>
          {played && <p lang={language}>{played.alt}</p>}
        </div>
        {asked.picture && <img class="picture" src={smallAddress(asked.picture)} alt={asked.picture.alt} lang={language} />}
        {!reading && (
          <div class="pad-place" lang={language}>
            <Pad asked={asked} open={part === 'open'} chosen={model.answer.value} choose={model.choose} />
          </div>
        )}
        <QuestionState model={model} />
      </div>
    </main>
  );
}
