import type { QuizPart } from '../../../game/quiz/quiz.ts';
import { isRefusal } from '../../../game/refusals.ts';
import { withArchived } from '../../../game/room/answer-archive.ts';
import type { Room } from '../../../game/room/room.ts';
import { playedIn, type ResultLine, resultPlayer, resultQuestions } from '../../../game/scoring/results.ts';
import { shardOf } from '../../../game/seats/seat.ts';
import { utf8Bytes } from '../../../game/utf8.ts';
import type { HostMessages } from '../../../game/wire/client-messages.ts';
import { FRAME_BYTES, type Frame, type ResultsCursor } from '../../../game/wire/server-frames.ts';
import type { ActionHandler } from '../../dispatch.ts';
import type { ArchiveStore } from '../../ports/archive.ts';
import type { Ports } from '../../ports/ports.ts';
import type { SeatStore } from '../../ports/seats.ts';
import { authorizeHost } from '../../room/authorize-host.ts';
import { fitting } from '../../room/frame-text.ts';

/** Reserved for the frame, bytes. */
const AROUND = 1000;
const LINE_BYTES = 20_000;

/** As many lines as fit a frame; `next` is null after the last. */
export const results: ActionHandler<Ports, HostMessages['results']> = async (ports, message) => {
  const room = await authorizeHost(ports, message);
  if (isRefusal(room)) return room;
  const quiz = await ports.store.questions(room, 0, room.questions - 1);
  const frame: Frame<'results'> = { type: 'results', lines: [], next: null };
  let bytes = AROUND;
  let next = message.cursor;
  for await (const [line, after] of linesAfter(next, room, quiz, ports.store, message.game)) {
    bytes += utf8Bytes(JSON.stringify(line)) + 1;
    // The first always fits.
    if (frame.lines.length && bytes > FRAME_BYTES) return { ...frame, next };
    frame.lines.push(line);
    next = after;
  }
  return frame;
};

/**
 * Lines after the cursor. One shard is read at a time, and only who fits is graded,
 * so that a page of a large room costs no more than of a small one.
 */
async function* linesAfter(
  cursor: ResultsCursor,
  room: Room,
  quiz: QuizPart,
  store: SeatStore & ArchiveStore,
  game: number | undefined,
): AsyncGenerator<[ResultLine, ResultsCursor]> {
  const questions = resultQuestions(room, quiz, game);
  const [first, end] = [questions[0], questions.at(-1)];
  if (!first || !end) return;
  // By id, not position: players may come and go between pages.
  const [asked, [from = '', told]] = typeof cursor === 'number' ? [cursor, []] : [questions.length, cursor.split('.')];
  let done = Number(told ?? 0);
  for (const question of questions.slice(asked)) yield [question, question.number];
  let last = from;
  for (let shard = from ? shardOf(from, room.shards) : 0; shard < room.shards; shard++) {
    const seats = await store.seats(room.id, shard, { fresh: true });
    const left = seats.filter(
      (seat) => !seat.removed && (seat.id > last || (done > 0 && seat.id === last)) && playedIn(room, seat, game),
    );
    // After the seats: what leaves them is there before.
    const archived = await store.archivedAnswers(room.id, shard, first.turn, end.turn);
    for (const seat of left.sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const player = resultPlayer(room, quiz, withArchived(room, seat, archived), game);
      if (seat.id !== last) done = 0;
      do {
        const answers = fitting(player.answers.slice(done), LINE_BYTES);
        const line: ResultLine = done > 0 ? { line: 'more', answers } : { ...player, answers };
        done += answers.length;
        yield [line, done < player.answers.length ? `${seat.id}.${done}` : seat.id];
      } while (done < player.answers.length);
    }
    done = 0;
    last = '';
  }
}
