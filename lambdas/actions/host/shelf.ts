import { refusal } from '../../../game/refusals.ts';
import { questionNumber, type Room } from '../../../game/room/room.ts';
import { countGames } from '../../../game/scoring/results.ts';
import type { HostMessages } from '../../../game/wire/client-messages.ts';
import type { ShelfRoom } from '../../../game/wire/server-frames.ts';
import type { ActionHandler } from '../../dispatch.ts';
import type { HostPorts } from '../../ports/ports.ts';
import { allSeats } from '../../room/all-seats.ts';

const LISTED_ROOMS = 50;

/** Quizzes and open rooms of a host. */
export const shelf: ActionHandler<HostPorts, HostMessages['shelf']> = async (ports, message) => {
  const key = await ports.hash(message.key);
  if (!(await ports.store.invited(key))) return refusal('notHost');
  const [quizzes, rooms, [join, ...others] = []] = await Promise.all([
    ports.store.listQuizzes(),
    ports.store.roomsOf(key),
    ports.joinAddresses?.(),
  ]);
  return {
    type: 'shelf',
    quizzes: quizzes.map(({ id, quiz: { title, language, questions } }) => ({
      id,
      title,
      language,
      questions: questions.length,
      picture: questions.find((question) => question.picture)?.picture,
    })),
    rooms: await Promise.all(rooms.slice(0, LISTED_ROOMS).map((room) => roomRow(ports, room))),
    join,
    others,
  };
};

const roomRow = async ({ store }: HostPorts, room: Room): Promise<ShelfRoom> => ({
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
