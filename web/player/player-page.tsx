import { useRef } from 'preact/hooks';
import type { PlayerModel } from '../ui/page-model.ts';
import { Announcer } from './announcer.tsx';
import { Header } from './header.tsx';
import { JoinScreen } from './join/join-screen.tsx';
import { Joining } from './join/joining.tsx';
import { LEFT_ROOM_SCREENS } from './left-room-screen.tsx';
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
  ...LEFT_ROOM_SCREENS,
};

export function PlayerPage({ model }: { model: PlayerModel }) {
  const name = screenName(model);
  // A submitted form stays until it is answered, so that a refusal loses no input.
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
