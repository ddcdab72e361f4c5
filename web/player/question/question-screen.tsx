import { useRef } from 'preact/hooks';
import { PADS } from '../../questions/index.ts';
import { Heading } from '../../ui/heading.tsx';
import type { PlayerModel } from '../../ui/page-model.ts';
import { useFitText } from '../../ui/use-fit-text.ts';
import { PointsBadge } from './points-badge.tsx';
import { QuestionState } from './question-state.tsx';
import { TimeBar } from './time-bar.tsx';

/** The text makes room for the options; nothing else moves. */
export function QuestionScreen({ model }: { model: PlayerModel }) {
  const screen = useRef<HTMLElement>(null);
  const { face, language } = model.room.value!;
  const part = model.questionPhase.value;
  useFitText(screen, '.sheet', [face, part]);
  if (!face) return null;
  const Pad = PADS[face.kind];
  const reading = part === 'reading';
  return (
    <main class="screen question" ref={screen} data-part={part} data-picture={Boolean(face.picture)}>
      <div class="sheet">
        <TimeBar model={model} />
        <div class="ask">
          {reading && <PointsBadge points={face.points} />}
          <Heading lang={language}>{face.text}</Heading>
        </div>
        {face.picture && <img class="picture" src={`pictures/${face.picture.file}`} alt={face.picture.alt} lang={language} />}
        {!reading && (
          <div class="pad-place" lang={language}>
            <Pad face={face} open={part === 'open'} chosen={model.answer.value} choose={model.choose} />
          </div>
        )}
        <QuestionState model={model} />
      </div>
    </main>
  );
}
