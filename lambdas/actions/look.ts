import type { Frame, HostMessages } from '../../game/messages.ts';
import { closingEarly, count } from '../../game/moves.ts';
import { isRefusal, type Refusal } from '../../game/refusals.ts';
import { currentTurn, type Room } from '../../game/room.ts';
import { addressText, type Seat } from '../../game/seats.ts';
import { revealsAt } from '../../game/turn.ts';
import { roomView, type StageView, syncIn, type Tallied, tallyIn } from '../../game/views.ts';
import { type Caller, type Does, refused } from '../action.ts';
import { allSeats } from '../all-seats.ts';
import { ownChange, settle } from '../carry-out.ts';
import { colours } from '../colours.ts';
import { hosted } from '../hosted.ts';
import type { HostPorts } from '../ports.ts';

/**
 * The host's page looks: who is there, how many have answered. The same look claims the room for the page, moves on what is due, closes
 * a question early, and tells the players how many have answered; so nothing is ever sent because one player did something.
 */
export const look: Does<HostPorts, HostMessages['look']> = async (ports, message, caller) => {
  const found = await hosted(ports, message);
  if (isRefusal(found)) return found;
  const claimed = await claim(ports, found, caller);
  if (claimed) return claimed;
  const settled = await settle(ports, found);
  const seats = (await allSeats(ports.store, found, { fresh: false })).filter((seat) => !seat.removed);
  const room = await closeEarly(ports, settled.room, seats);
  if (syncIn(seats.length) !== syncIn(room.players)) await ports.store.noteRoom(room.id, { players: seats.length });
  return {
    type: 'stage',
    id: room.id,
    room: room.version > message.version ? roomView(room) : undefined,
    stage: await stageView(ports, room, seats, message),
    lookIn: lookIn(room, seats.length, ports),
    missed: settled.missed,
  };
};

/** The page that spoke from elsewhere before is told that it is not the host's any more. */
async function claim(ports: HostPorts, room: Room, caller: Caller): Promise<Refusal | undefined> {
  if (room.host?.connection === caller.connection) return undefined;
  const claimed = await ports.store.claimHost(room.id, caller);
  if (claimed === 'taken') return { refused: 'hostTaken' };
  if (claimed.replaced) await ports.sockets.send([{ connection: claimed.replaced, frame: JSON.stringify(refused('hostTaken')) }]);
  return undefined;
}

async function closeEarly(ports: HostPorts, room: Room, seats: readonly Seat[]): Promise<Room> {
  const now = ports.now();
  const change = closingEarly(room, seats, now);
  return (change && (await ports.store.changeRoom(room.id, room.version, change, ownChange(ports), now))) ?? room;
}

async function stageView(
  ports: HostPorts,
  room: Room,
  seats: readonly Seat[],
  message: HostMessages['look'],
): Promise<StageView> {
  const now = ports.now();
  const { answered, waiting } = room.phase === 'question' ? count(room, seats, now) : { answered: 0, waiting: 0 };
  return {
    players: seats.length,
    connected: seats.filter((seat) => seat.connection).length,
    answered,
    waiting,
    names: [...seats]
      .sort((a, b) => b.joinedAt - a.joinedAt)
      .slice(0, message.names)
      .map(({ id: seat, shard, name, connection }) => ({
        seat: addressText({ room: room.id, shard, seat }),
        name,
        connected: !!connection,
      })),
    ...(room.settings.guarded && { colours: (await colours(ports, room.owner, room.id, now))[0] }),
    tallied: await tellTally(
      ports,
      room,
      { turn: room.turns.length - 1, answered, waiting, at: now },
      seats.length,
      message.tallied,
    ),
  };
}

/** Tells the players how many have answered, if that has moved and it is time; returns the last tally told. */
async function tellTally(ports: HostPorts, room: Room, tally: Tallied, players: number, last?: Tallied): Promise<Tallied> {
  const { turn, answered, waiting, at } = tally;
  // The first waits as well: in the first second most answers come, and a word to everybody would hold up their acknowledgements.
  const before = last?.turn === turn ? last : { turn, answered: 0, waiting: 0, at: room.turns[turn]?.opensAt ?? at };
  if (room.phase !== 'question' || answered === 0 || (before.answered === answered && before.waiting === waiting)) return before;
  if (at - before.at < tallyIn(players)) return before;
  const frame: Frame<'tally'> = { type: 'tally', turn, answered, waiting };
  await ports.crowd.tell(room, { say: 'tally', frame: JSON.stringify(frame) });
  return tally;
}

/** Sooner where a question is about to be due; rarer in a large room, whose seats all have to be read. */
function lookIn(room: Room, players: number, ports: HostPorts): number {
  const usual = Math.max(ports.limits.lookIn, Math.min(1000, players / 5));
  const turn = currentTurn(room);
  if (room.phase === 'lobby') return Math.max(usual, Math.min(2000, players / 2.5));
  if (room.phase !== 'question' || !turn) return Math.max(usual, 2000);
  return Math.max(20, Math.min(usual, revealsAt(turn) - ports.now()));
}
