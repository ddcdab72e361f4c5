import { quizOf } from '../../../game/quiz/library.ts';
import { refusal } from '../../../game/refusals.ts';
import { pinFrom } from '../../../game/room/pin.ts';
import type { Room } from '../../../game/room/room.ts';
import type { HostMessages } from '../../../game/wire/client-messages.ts';
import { roomView } from '../../../game/wire/views.ts';
import type { ActionHandler } from '../../dispatch.ts';
import { SAMPLES } from '../../ports/library.ts';
import type { HostPorts } from '../../ports/ports.ts';

/** Enough while most of the 900,000 PINs are free. */
const PIN_TRIES = 20;

/** The room's id follows from the request's, so a repeated request finds its room. */
export const open: ActionHandler<HostPorts, HostMessages['open']> = async (ports, message, { connection, connectedAt }) => {
  const owner = await ports.hash(message.key);
  if (!(await ports.store.invited(owner))) return refusal('notHost');
  const id = (await ports.hash(`${message.key} ${message.id}`)).slice(0, 16);
  const opened = await ports.store.room(id);
  if (opened) return { type: 'stage', id, room: roomView(opened) };
  const library = message.own ? owner : SAMPLES;
  const [head, drafts] = await Promise.all([ports.store.head(library, message.quiz), ports.store.drafts(library, message.quiz)]);
  if (!head || head.binnedAt !== undefined) return refusal('noQuiz');
  const checked = quizOf(head, drafts);
  if ('faults' in checked) return refusal('quizUnready');
  const { quiz } = checked;
  const now = ports.now();
  for (let tries = 0; tries < PIN_TRIES; tries++) {
    const room: Room = {
      id,
      pin: pinFrom(ports.random(4)),
      version: 1,
      changeId: message.id,
      changedAt: now,
      delivery: { needed: 1, done: 1 },
      phase: 'lobby',
      title: quiz.title,
      language: quiz.language,
      questions: quiz.questions.length,
      kinds: [...new Set(quiz.questions.map(({ kind }) => kind))],
      turns: [],
      firstTurn: 0,
      top: [],
      players: 0,
      settings: { speed: message.speed, locked: false, guarded: false },
      shards: Math.max(1, Math.ceil(ports.limits.expectedPlayers / 1000)),
      owner,
      host: { connection, connectedAt },
      expiresAt: now + ports.limits.retention,
    };
    const done = await ports.store.openRoom(room, quiz);
    if (done === 'pinTaken') continue;
    // `idTaken`: the same request, twice at once.
    const standing = done === 'opened' ? room : await ports.store.room(id);
    if (!standing) continue;
    if (message.own) await ports.store.markQuiz(owner, head.id, { playedAt: now });
    return { type: 'stage', id, room: roomView(standing) };
  }
  throw new Error(`no free PIN in ${PIN_TRIES} tries`);
};
