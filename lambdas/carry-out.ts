// A change of the room, from its write to the last phone that hears of it.
import { revealing } from '../game/moves.ts';
import type { Quiz } from '../game/quiz.ts';
import { currentTurn, type Room, type RoomChange } from '../game/room.ts';
import type { Seat } from '../game/seats.ts';
import { standings } from '../game/standings.ts';
import { revealsAt } from '../game/turn.ts';
import { allSeats } from './all-seats.ts';
import type { HostPorts } from './ports.ts';
import { deriveAgain } from './standing-of.ts';

/** A room after a change, and how many phones could not be told. */
export interface Outcome {
  room: Room;
  missed: number;
}

/**
 * Writes a change made from `room`, and tells everybody, unless the change is a quiet one (`told`).
 * A reveal and a podium derive the standings anew, from all answers recorded until now.
 * @returns undefined when somebody else's change came first
 */
export async function carryOut(
  ports: HostPorts,
  room: Room,
  change: RoomChange,
  changeId: string,
  { quiz, seats }: { quiz: Quiz; seats: readonly Seat[] },
): Promise<Outcome | undefined> {
  const derived =
    change.phase === 'reveal' || change.phase === 'podium' ? judged({ ...room, ...change }, quiz, seats) : undefined;
  const news = change.told === undefined ? { news: room.version + 1 } : undefined;
  const whole = { ...change, ...derived?.change, ...news };
  const next = await ports.store.changeRoom(room.id, room.version, whole, changeId, ports.now());
  if (!next) return undefined;
  // Only the one whose change was taken keeps the copy, and before anybody is told to look for it.
  if (derived) await ports.store.saveResults(next, derived.change.judged, derived.own);
  return next.told < next.version ? announce(ports, next) : { room: next, missed: 0 };
}

function judged(room: Room, quiz: Quiz, seats: readonly Seat[]) {
  const turn = room.turns.findLastIndex((one, t) => t >= room.firstTurn && !one.void);
  if (turn < 0) return undefined;
  const { own, top } = standings(room, quiz, seats, room.version + 1);
  return { own, change: { judged: turn, top } };
}

/** Tells everybody the room as it is, and notes that they have been told. */
export async function announce(ports: HostPorts, room: Room): Promise<Outcome> {
  const { missed } = await ports.crowd.tell(room, { say: 'view', version: room.version });
  await ports.store.noteRoom(room.id, { told: room.version });
  return { room, missed };
}

/** An id for a change that no request asked for: nobody else's is the same, so only one of many thinks that it made the change. */
export const ownChange = ({ random }: HostPorts) => btoa(String.fromCharCode(...random(12)));

/** An announcement that was cut off by a crash is made again after this long, ms. */
const UNTOLD_MS = 3000;

/**
 * What the room owes by now, whoever happens to speak: the reveal of a question whose time is over, or an announcement that was cut
 * off. A conditional write lets only one of many that come at once succeed.
 */
export async function settle(ports: HostPorts, room: Room): Promise<Outcome> {
  const now = ports.now();
  const turn = currentTurn(room);
  if (room.phase === 'question' && turn && now >= revealsAt(turn)) {
    const [quiz, seats] = await Promise.all([ports.store.quiz(room.id), allSeats(ports.store, room, { fresh: true })]);
    // Whoever comes second finds the reveal made.
    const done = quiz && (await carryOut(ports, room, revealing(room, quiz, seats), ownChange(ports), { quiz, seats }));
    return done ?? { room: (await ports.store.room(room.id)) ?? room, missed: 0 };
  }
  if (room.told < room.version && now - room.changedAt > UNTOLD_MS) {
    // Whatever was cut off may have been so before it kept the standings that the announcement tells.
    await deriveAgain(ports, room);
    return announce(ports, room);
  }
  return { room, missed: 0 };
}
