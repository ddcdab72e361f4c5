import { Heading } from '../ui/heading.tsx';
import type { PlayerModel } from '../ui/page-model.ts';
import { Wordmark } from '../ui/wordmark.tsx';
import { player as words } from '../words/en.ts';
import type { LeftRoom } from './screen-name.ts';

const leftRoom =
  (reason: LeftRoom) =>
  ({ model }: { model: PlayerModel }) => (
    <main class="screen notice">
      <Wordmark />
      <Heading>{words[reason].title}</Heading>
      <p class="quiet">{words[reason].text}</p>
      <button type="button" class="primary" onClick={reason === 'taken' ? model.playHere : model.leave}>
        {reason === 'taken' ? words.taken.here : words.elsewhere}
      </button>
    </main>
  );

export const LEFT_ROOM_SCREENS = {
  taken: leftRoom('taken'),
  removed: leftRoom('removed'),
  over: leftRoom('over'),
} satisfies Record<LeftRoom, unknown>;
