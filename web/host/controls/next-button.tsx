import { useEffect, useRef } from 'preact/hooks';
import type { NextMove } from '../../../game/room/next-move.ts';
import type { RoomModel } from '../../ui/page-model.ts';
import { useSecondsLeft } from '../../ui/use-seconds-left.ts';
import { host as words } from '../../words/en.ts';

interface NextStep {
  label: string;
  move?: NextMove | undefined;
}

export function useNextStep(model: RoomModel): NextStep {
  const room = model.room.value;
  const part = model.questionPhase.value;
  const opens = useSecondsLeft(model, part === 'reading' ? room?.turn?.opensAt : undefined);
  const move = model.nextMove.value;
  if (move === 'start' && model.hostView.value?.players === 0) return { label: words.waits.players };
  if (move) return { label: words.moves[move], move };
  if (part === 'ready') return { label: words.waits.ready };
  if (opens !== undefined) return { label: words.waits.opens(opens) };
  return { label: room?.phase === 'closed' ? words.waits.closed : words.waits.closing };
}

/** Never `disabled`, which would lose the focus. */
export function NextButton({ model, cue, go }: { model: RoomModel; cue: NextStep; go(): void }) {
  const button = useRef<HTMLButtonElement>(null);
  const stage = model.hostView.value;
  // Catches the focus when its element disappears.
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus({ preventScroll: true });
  }, [stage]);
  return (
    <button
      ref={button}
      type="button"
      class="primary next"
      aria-disabled={!cue.move}
      aria-busy={model.busy.value}
      // A double click counts once, and so does a held key.
      onClick={(event) => event.detail < 2 && go()}
      onKeyDown={(event) => event.repeat && event.preventDefault()}
    >
      {cue.label}
    </button>
  );
}
