import type { PlayerModel } from '../ui/page-model.ts';
import { player as words } from '../words/en.ts';
import { Heading } from './heading.tsx';
import { screenName } from './screen-name.ts';
import { Wordmark } from './wordmark.tsx';

/** This page plays no part in the room (any more): why, and the one thing to do about it. */
export function LeftRoomScreen({ model }: { model: PlayerModel }) {
  const name = screenName(model) as 'taken' | 'removed' | 'over';
  const { title, text } = words[name];
  return (
    <main class="screen notice">
      <Wordmark />
      <Heading>{title}</Heading>
      <p class="quiet">{text}</p>
      {name === 'taken' ? (
        <button type="button" class="primary" onClick={model.playHere}>
          {words.taken.here}
        </button>
      ) : (
        <button type="button" class="primary" onClick={model.leave}>
          {words.elsewhere}
        </button>
      )}
    </main>
  );
}
