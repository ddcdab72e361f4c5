import { refusal } from '../../../game/refusals.ts';
import { questionNumber, type Room } from '../../../game/room/room.ts';
import { countGames } from '../../../game/scoring/results.ts';
import type { HostMessages } from '../../../game/wire/client-messages.ts';
import type { ShelfRoom } from '../../../game/wire/server-frames.ts';
import type { ActionHandler } from '../../dispatch.ts';
import { listedQuiz } from '../../library/listed-quiz.ts';
import { SAMPLES } from '../../ports/library.ts';
import type { HostPorts } from '../../ports/ports.ts';
import type { SeatStore } from '../../ports/seats.ts';
import { allSeats } from '../../room/all-seats.ts';
import { fitting } from '../../room/frame-text.ts';

const LISTED_ROOMS = 50;
// Together within FRAME_BYTES, beside the addresses.
const QUIZZES_BYTES = 10_000;
const ROOMS_BYTES = 12_000;

/** Open rooms of a host, and quizzes, as many at a time as fit a frame. */
export const shelf: ActionHandler<HostPorts, HostMessages['shelf']> = async (ports, message) => {
  const key = await ports.hash(message.key);
  if (!(await ports.store.invited(key))) return refusal('notHost');
  const [quizzes, rooms, [join, ...others] = []] = await Promise.all([
    ports.store.heads(SAMPLES),
    message.after ? [] : ports.store.roomsOf(key),
    ports.joinAddresses?.(),
  ]);
  const left = quizzes
    .filter(({ id }) => id > message.after)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(listedQuiz);
  const open = await Promise.all(rooms.slice(0, LISTED_ROOMS).map((room) => roomRow(ports, room)));
  const listed = fitting(left, QUIZZES_BYTES);
  return {
    type: 'shelf',
    quizzes: listed,
    rooms: fitting(open, ROOMS_BYTES),
    join,
    others,
    next: listed.length < left.length ? listed.at(-1)?.id : undefined,
  };
};

const roomRow = async ({ store }: { store: SeatStore }, room: Room): Promise<ShelfRoom> => ({
  room: room.id,
  pin: room.pin,
  title: room.title,
  language: room.language,
  phase: room.phase,
  number: questionNumber(room),
  of: room.questions,
  games: countGames(room),
  // The room's own count paces pages, and lags.
  players: (await allSeats(store, room, { fresh: false })).filter((seat) => !seat.removed).length,
});
