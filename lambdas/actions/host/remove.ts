import { isRefusal, refusal } from '../../../game/refusals.ts';
import { parseAddress } from '../../../game/seats/seat.ts';
import type { HostMessages } from '../../../game/wire/client-messages.ts';
import { type ActionHandler, refusalFrame } from '../../dispatch.ts';
import type { HostPorts } from '../../ports/ports.ts';
import { authorizeHost } from '../../room/authorize-host.ts';
import { frameText } from '../../room/frame-text.ts';

/** The player is told why; the name stays taken. */
export const remove: ActionHandler<HostPorts, HostMessages['remove']> = async (ports, message) => {
  const room = await authorizeHost(ports, message);
  if (isRefusal(room)) return room;
  const address = parseAddress(message.seat);
  const seat = address.room === room.id ? await ports.store.kick(address) : undefined;
  if (!seat) return refusal('noSeat');
  if (seat.connection) await ports.sockets.send([{ connection: seat.connection, frame: frameText(refusalFrame('removed')) }]);
  return { type: 'stage', id: room.id };
};
