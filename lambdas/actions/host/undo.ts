import { isRefusal } from '../../../game/refusals.ts';
import type { HostMessages } from '../../../game/wire/client-messages.ts';
import { type ActionHandler, refusalFrame } from '../../dispatch.ts';
import type { HostPorts } from '../../ports/ports.ts';
import { allSeats } from '../../room/all-seats.ts';
import { authorizeHost } from '../../room/authorize-host.ts';
import { frameText } from '../../room/frame-text.ts';

/** Concurrent undos; each takes a few writes. */
const AT_ONCE = 50;

/** Undoes recent joins, against a flood of bots. */
export const undo: ActionHandler<HostPorts, HostMessages['undo']> = async (ports, message, { at }) => {
  const room = await authorizeHost(ports, message);
  if (isRefusal(room)) return room;
  const since = at - message.seconds * 1000;
  const seats = await allSeats(ports.store, room, { fresh: true });
  const late = seats.filter(({ joinedAt, removed }) => joinedAt >= since && !removed);
  for (let i = 0; i < late.length; i += AT_ONCE) {
    const some = late.slice(i, i + AT_ONCE);
    await Promise.all(some.map(({ id: seat, shard }) => ports.store.undoJoin({ room: room.id, shard, seat })));
  }
  const connections = late.flatMap(({ connection }) => connection ?? []);
  await ports.sockets.sendAll(connections, frameText(refusalFrame('noSeat')));
  return { type: 'stage', id: room.id };
};
