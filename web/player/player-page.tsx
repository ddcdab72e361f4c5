import { useRef } from 'preact/hooks';
import type { PlayerModel } from '../ui/page-model.ts';
import { Announcer } from './announcer.tsx';
import { Header } from './header.tsx';
import { JoinScreen } from './join/join-screen.tsx';
import { Joining } from './join/joining.tsx';
import { LeftRoomScreen } from './left-room-screen.tsx';
import { LineLost } from './line-lost.tsx';
import { Lobby } from './lobby.tsx';
import { GetReady } from './question/get-ready.tsx';
import { QuestionScreen } from './question/question-screen.tsx';
import { Podium } from './result/podium.tsx';
import { Result } from './result/result.tsx';
import { screenName } from './screen-name.ts';
import { useVibration } from './vibration.ts';

const SCREENS = {
  outside: JoinScreen,
  joining: Joining,
  lobby: Lobby,
  ready: GetReady,
  question: QuestionScreen,
  result: Result,
  podium: Podium,
  taken: LeftRoomScreen,
  removed: LeftRoomScreen,
  over: LeftRoomScreen,
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
      {inRoom && <Header model={model} />}
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
