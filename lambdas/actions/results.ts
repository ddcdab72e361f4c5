import { FRAME_BYTES, type Frame, type HostMessages, type ResultLine } from '../../game/messages.ts';
import { isRefusal } from '../../game/refusals.ts';
import { resultLines } from '../../game/results.ts';
import type { Does } from '../action.ts';
import { allSeats } from '../all-seats.ts';
import { hosted } from '../hosted.ts';
import type { Ports } from '../ports.ts';

/** Room for the frame around the lines, bytes. */
const AROUND = 1000;

/** The results line by line, as many as fit a frame from `cursor` on; `next` is null behind the last. */
export const results: Does<Ports, HostMessages['results']> = async (ports, message) => {
  const room = await hosted(ports, message);
  if (isRefusal(room)) return room;
  const quiz = await ports.store.quiz(room.id);
  if (!quiz) return { refused: 'closed' };
  const all = resultLines(room, quiz, await allSeats(ports.store, room, { fresh: true }));
  const lines = fitting(all, message.cursor);
  const next = message.cursor + lines.length;
  const frame: Frame<'results'> = { type: 'results', lines, next: next < all.length ? next : null, of: all.length };
  return frame;
};

function fitting(all: readonly ResultLine[], from: number): ResultLine[] {
  const lines: ResultLine[] = [];
  let bytes = AROUND;
  for (const line of all.slice(from)) {
    bytes += new TextEncoder().encode(JSON.stringify(line)).length + 1;
    // A line by itself is at most 20 questions × 200 bytes or so; should one be larger it travels alone rather than never.
    if (lines.length && bytes > FRAME_BYTES) break;
    lines.push(line);
  }
  return lines;
}
