import type { PlayerModel } from '../ui/page-model.ts';

/** What the phone shows. Reading, open and closing are one screen: its parts change, the person's place in it does not. */
type ScreenName = 'outside' | 'joining' | 'lobby' | 'ready' | 'question' | 'result' | 'podium' | 'taken' | 'removed' | 'over';

export function screenName({ status, room, questionPhase }: Pick<PlayerModel, 'status' | 'room' | 'questionPhase'>): ScreenName {
  if (status.value !== 'in') return status.value;
  switch (room.value?.phase) {
    case undefined:
      return 'joining';
    case 'question':
      return questionPhase.value === 'ready' ? 'ready' : 'question';
    // The standings move the big screen only.
    case 'reveal':
    case 'standings':
      return 'result';
    case 'closed':
      return 'over';
    default:
      return room.value!.phase as 'lobby' | 'podium';
  }
}
