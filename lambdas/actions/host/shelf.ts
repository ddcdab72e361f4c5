import { refusal } from '../../../game/refusals.ts';
import { questionNumber, type Room } from '../../../game/room/room.ts';
import type { HostMessages } from '../../../game/wire/client-messages.ts';
import type { ShelfRoom } from '../../../game/wire/server-frames.ts';
import type { ActionHandler } from '../../dispatch.ts';
import type { HostPorts } from '../../ports/ports.ts';

/** Quizzes and open rooms of a host. */
export const shelf: ActionHandler<HostPorts, HostMessages['shelf']> = async (ports, message) => {
  const key = await ports.hash(message.key);
  if (!(await ports.store.invited(key))) return refusal('notHost');
  const [quizzes, rooms] = await Promise.all([ports.store.listQuizzes(), ports.store.roomsOf(key)]);
  return {
    type: 'shelf',
    quizzes: quizzes.map(({ id, quiz: { title, language, questions } }) => ({
      id,
      title,
      language,
      questions: questions.length,
      picture: questions.find((question) => question.picture)?.picture,
    })),
    rooms: rooms.slice(0, 50).map(roomRow),
    join: ports.joinAddress?.(),
  };
};

const roomRow = (room: Room): ShelfRoom => ({
  room: room.id,
  pin: room.pin,
  title: room.title,
  phase: room.phase,
  number: questionNumber(room),
  of: room.questions,
  players: room.players,
});
