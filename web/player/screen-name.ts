import type { Phase } from '../../game/room/room.ts';
import type { PlayerModel } from '../ui/page-model.ts';

export type LeftRoom = 'taken' | 'removed' | 'over';

/** Reading, open and closing are one screen, whose parts change. */
type ScreenName = 'outside' | 'joining' | 'lobby' | 'ready' | 'question' | 'result' | 'podium' | LeftRoom;

const IN_ROOM = {
  lobby: 'lobby',
  question: 'question',
  reveal: 'result',
  // The standings move the host screen only.
  standings: 'result',
  podium: 'podium',
  closed: 'over',
} as const satisfies Record<Phase, ScreenName>;

export function screenName({ status, room, questionPhase }: Pick<PlayerModel, 'status' | 'room' | 'questionPhase'>): ScreenName {
  if (status.value !== 'in') return status.value;
  if (!room.value) return 'joining';
  return questionPhase.value === 'ready' ? 'ready' : IN_ROOM[room.value.phase];
}
