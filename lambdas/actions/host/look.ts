import { isRefusal, type Refusal } from '../../../game/refusals.ts';
import { currentRound, type Room } from '../../../game/room/room.ts';
import { revealsAt } from '../../../game/room/round.ts';
import { closeWhenAllAnswered } from '../../../game/room/transitions.ts';
import type { Seat } from '../../../game/seats/seat.ts';
import type { HostMessages } from '../../../game/wire/client-messages.ts';
import { syncInterval, tallyInterval } from '../../../game/wire/pacing.ts';
import type { Frame } from '../../../game/wire/server-frames.ts';
import { type AnswerCount, roomView } from '../../../game/wire/views.ts';
import { type ActionHandler, type Caller, refusalFrame } from '../../dispatch.ts';
import type { HostPorts } from '../../ports/ports.ts';
import { advanceDue } from '../../room/advance-due.ts';
import { allSeats } from '../../room/all-seats.ts';
import { newChangeId } from '../../room/apply-change.ts';
import { authorizeHost } from '../../room/authorize-host.ts';
import { frameText } from '../../room/frame-text.ts';
import { countNow, hostView, untold } from '../../room/host-view.ts';

/**
 * The host page's poll. It also claims the room, does what is due, closes early and
 * sends tallies; so nothing is broadcast because one player acted.
 */
export const look: ActionHandler<HostPorts, HostMessages['look']> = async (ports, message, caller) => {
  const found = await authorizeHost(ports, message);
  if (isRefusal(found)) return found;
  const claimed = await claimRoom(ports, found, caller);
  if (claimed) return claimed;
  const settled = await advanceDue(ports, found);
  const read = settled.seats ?? (await allSeats(ports.store, found, { fresh: false }));
  const seats = read.filter((seat) => !seat.removed);
  const room = await closeEarly(ports, settled.room, seats);
  if (syncInterval(seats.length) !== syncInterval(room.players)) await ports.store.countPlayers(room.id, seats.length);
  return {
    type: 'stage',
    id: room.id,
    room: room.version > message.version ? roomView(room) : undefined,
    stage: await hostView(ports, room, seats, message.names, await broadcastTally(ports, room, seats, message.tallied)),
    lookIn: lookIn(room, seats.length, ports),
    missed: settled.undelivered,
  };
};

/** Tells the previous host page that it is replaced. */
async function claimRoom(ports: HostPorts, room: Room, caller: Caller): Promise<Refusal | undefined> {
  if (room.host?.connection === caller.connection) return undefined;
  const claimed = await ports.store.claimHost(room.id, caller);
  if (isRefusal(claimed)) return claimed;
  if (claimed.replaced) await ports.sockets.send([{ connection: claimed.replaced, frame: frameText(refusalFrame('hostTaken')) }]);
  return undefined;
}

async function closeEarly(ports: HostPorts, room: Room, seats: readonly Seat[]): Promise<Room> {
  const now = ports.now();
  const change = closeWhenAllAnswered(room, seats, now);
  if (!change) return room;
  const closed = await ports.store.changeRoom(room.id, room.version, { ...change, announced: false }, newChangeId(ports), now);
  return isRefusal(closed) ? room : closed;
}

/** Broadcasts the tally if it changed and is due; returns the last one sent. */
async function broadcastTally(ports: HostPorts, room: Room, seats: readonly Seat[], last?: AnswerCount): Promise<AnswerCount> {
  const tally = countNow(room, seats, ports.now());
  const { turn, answered, waiting, at } = tally;
  // Not in the first second: it would delay acknowledgements.
  const before = last?.turn === turn ? last : untold(room, at);
  if (room.phase !== 'question' || answered === 0 || (before.answered === answered && before.waiting === waiting)) return before;
  if (at - before.at < tallyInterval(seats.length)) return before;
  const frame: Frame<'tally'> = { type: 'tally', turn, answered, waiting };
  await ports.broadcaster.broadcast(room, { kind: 'tally', frame: frameText(frame) });
  return tally;
}

/** Sooner near a deadline, less often in large rooms. */
function lookIn(room: Room, players: number, ports: HostPorts): number {
  const usual = Math.max(ports.limits.lookIn, Math.min(1000, players / 5));
  const turn = currentRound(room);
  if (room.phase === 'lobby') return Math.max(usual, Math.min(2000, players / 2.5));
  if (room.phase !== 'question' || !turn) return Math.max(usual, 2000);
  return Math.max(20, Math.min(usual, revealsAt(turn) - ports.now()));
}
