import { useRef } from 'preact/hooks';
import type { PlayerModel } from '../../model.ts';
import { Announcer } from './announcer.tsx';
import { GetReady } from './get-ready.tsx';
import { Head } from './head.tsx';
import { Joining } from './joining.tsx';
import { LineLost } from './line-lost.tsx';
import { Lobby } from './lobby.tsx';
import { Notice } from './notice.tsx';
import { Outside } from './outside.tsx';
import { Podium } from './podium.tsx';
import { QuestionScreen } from './question-screen.tsx';
import { Result } from './result.tsx';
import { screenName } from './screen-name.ts';
import { useVibration } from './vibration.ts';

const SCREENS = {
  outside: Outside,
  joining: Joining,
  lobby: Lobby,
  ready: GetReady,
  question: QuestionScreen,
  result: Result,
  podium: Podium,
  taken: Notice,
  removed: Notice,
  over: Notice,
};

/** Everything that a player sees: one screen at a time, under a head that stays. */
export function PlayerPage({ model }: { model: PlayerModel }) {
  const name = screenName(model);
  // A form that was sent off stays until it is answered: what was typed is still there when the answer is no.
  const sentOff = useRef(false);
  const shown = name === 'joining' && sentOff.current ? 'outside' : name;
  if (name !== 'joining' && name !== 'outside') sentOff.current = false;
  useVibration(model);
  const Screen = SCREENS[shown];
  const inRoom = model.status.value === 'in' && name !== 'joining' && name !== 'over';
  return (
    <div class="phone">
      {inRoom && <Head model={model} />}
      <Screen
        key={`${shown} ${model.room.value?.turn?.number}`}
        model={model}
        onJoin={() => {
          sentOff.current = true;
        }}
      />
      <LineLost model={model} />
      <Announcer model={model} />
    </div>
  );
}
