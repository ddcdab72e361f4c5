// The newest of each part of a player's view, and the result that follows from them (PROTOCOL 4).
import type { Frame, Room, Standing, You } from './frames.ts';
import { derived, placed, type Result } from './own-result.ts';

export interface HeldParts {
  room?: Room | undefined;
  you?: You | undefined;
  standing?: Standing | undefined;
  /** After the last turn that counted and that this seat had a part in. */
  result?: Result | undefined;
  /** The last turn, acknowledged too late for the result after it. */
  unheard?: number | undefined;
  tally?: { turn: number; answered: number; waiting: number } | undefined;
}

/** Takes what is newer. */
export function take(held: HeldParts, frame: Frame): void {
  if (frame.type === 'tally') held.tally = { turn: frame.turn, answered: frame.answered, waiting: frame.waiting };
  if (frame.type === 'answered') takeAnswer(held, frame);
  if (frame.type !== 'view') return;
  const { room, you, standing } = frame;
  if (you && you.rev >= (held.you?.rev ?? 0)) held.you = you;
  if (room && room.version > (held.room?.version ?? 0)) held.room = room;
  if (standing && standing.version >= (held.standing?.version ?? 0)) takeStanding(held, standing);
}

function takeAnswer(held: HeldParts, { turn, answer, rev }: Extract<Frame, { type: 'answered' }>): void {
  if ((held.room?.judged ?? -1) >= turn) held.unheard = turn;
  if (held.you && rev > held.you.rev) held.you = { ...held.you, rev, answer: { ...answer, turn } };
}

function takeStanding(held: HeldParts, standing: Standing): void {
  const { version: _, ...result } = standing;
  held.standing = standing;
  held.result = { ...result, about: false };
  if (standing.turn > (held.unheard ?? -1)) held.unheard = undefined;
}

/**
 * Brings the result up to what the room has judged.
 * @param isSaying whether an answer to the judged turn is not acknowledged yet
 * @returns false if only the server knows it
 */
export function settle(held: HeldParts, isSaying: boolean): boolean {
  const { room, you, standing, result, unheard = Infinity } = held;
  if (!room || !you) return true;
  // "Play again" begins at nothing.
  if (result && result.turn < room.firstTurn) held.result = undefined;
  if (room.judged === undefined) return true;
  if (room.judged < you.from) {
    held.result = undefined;
    return true;
  }
  if (standing?.turn === room.judged && standing.version >= room.version) return true;
  if (isSaying || room.judged > unheard) return false;
  const next = result?.turn === room.judged ? placed(result, room) : derived(room, you, result);
  if (next) held.result = next;
  return next !== undefined;
}
