import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Phase } from '../../game/room/room.ts';
import { Heading } from '../ui/heading.tsx';
import type { RoomModel } from '../ui/page-model.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { useSignal } from '../ui/use-signal.ts';
import { host as words } from '../words/en.ts';
import { Announcer } from './announcer.tsx';
import { fullScreen, useHostKeys } from './controls/keys.ts';
import { Menu } from './controls/menu.tsx';
import { NextButton, useNextStep } from './controls/next-button.tsx';
import { type SheetName, Sheets } from './controls/sheets.tsx';
import { FootLine } from './foot-line.tsx';
import { Lobby } from './lobby/lobby.tsx';
import { Podium } from './podium/podium.tsx';
import { StandingsScreen } from './podium/standings-screen.tsx';
import { QuestionScreen } from './question/question-screen.tsx';
import { QuestionTitle } from './question/question-title.tsx';

const LISTED = 200;
const SHOWN = 90;

export function RoomScreen({ model }: { model: RoomModel }) {
  const sheet = useSignal<SheetName>(undefined);
  const room = model.room.value;
  const cue = useNextStep(model);
  const go = () => {
    if (!cue.move || model.busy.peek()) return;
    // Every other step keeps what there is.
    if (cue.move === 'again') sheet.value = 'again';
    else model.move(cue.move);
  };
  const canLock = room !== undefined && room.phase !== 'podium' && room.phase !== 'closed';
  useHostKeys({
    next: go,
    lock: () => canLock && model.move(room.locked ? 'unlock' : 'lock'),
    full: fullScreen,
  });
  const wanted = sheet.value === 'players' ? LISTED : room?.phase === 'lobby' ? SHOWN : 0;
  useEffect(() => model.wantNames(wanted), [model, wanted]);
  if (!room) return <Skeleton label={words.loading} />;
  const Screen: ComponentType<{ model: RoomModel; show(sheet: SheetName): void }> = SCREENS[room.phase];
  return (
    <div class="stage" data-phase={room.phase}>
      <header class="head">
        <QuestionTitle model={model} />
        <NextButton model={model} cue={cue} go={go} />
        <Menu model={model} show={(name) => (sheet.value = name)} />
      </header>
      <main class="act">
        <Screen model={model} show={(name) => (sheet.value = name)} />
      </main>
      <FootLine model={model} show={(name) => (sheet.value = name)} />
      <Announcer model={model} />
      <Sheets model={model} sheet={sheet} />
    </div>
  );
}

/** Question and reveal share a component, so that the tiles stay where they are. */
const SCREENS = {
  lobby: Lobby,
  question: QuestionScreen,
  reveal: QuestionScreen,
  standings: StandingsScreen,
  podium: Podium,
  closed: Closed,
} satisfies Record<Phase, ComponentType<{ model: RoomModel; show(sheet: SheetName): void }>>;

function Closed({ model }: { model: RoomModel }) {
  return (
    <div class="plain">
      <Heading ifLost>{words.closed.title}</Heading>
      <p>{words.closed.text}</p>
      <p>
        <button type="button" class="quiet" onClick={() => model.toLibrary()}>
          {words.closed.shelf}
        </button>
      </p>
    </div>
  );
}
