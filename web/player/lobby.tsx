import { Heading } from '../ui/heading.tsx';
import type { PlayerModel } from '../ui/page-model.ts';
import { useSignal } from '../ui/use-signal.ts';
import { player as words } from '../words/en.ts';
import { ChangeName } from './join/change-name.tsx';

export function Lobby({ model }: { model: PlayerModel }) {
  const changing = useSignal(false);
  const name = model.you.value?.name ?? '';
  return (
    <main class="screen lobby">
      <Heading class="lead">{words.lobby.title}</Heading>
      {changing.value ? (
        <ChangeName model={model} onDone={() => (changing.value = false)} />
      ) : (
        <>
          <p class="lobby-name" style={{ '--letters': name.length }}>
            <span class="visually-hidden">{words.lobby.as} </span>
            <bdi>{name}</bdi>
          </p>
          <p class="lobby-wait">{words.lobby.waiting}</p>
          <p class="lobby-ways">
            <button type="button" class="secondary" onClick={() => (changing.value = true)}>
              {words.lobby.rename}
            </button>
            <button type="button" class="link" onClick={model.leave}>
              {words.lobby.other(name)}
            </button>
          </p>
        </>
      )}
    </main>
  );
}
