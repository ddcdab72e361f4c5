import { isRefusal, refusal } from '../../../game/refusals.ts';
import { parseAddress } from '../../../game/seats/seat.ts';
import type { HostMessages } from '../../../game/wire/client-messages.ts';
import type { ActionHandler } from '../../dispatch.ts';
import type { HostPorts } from '../../ports/ports.ts';
import { advanceDue } from '../../room/advance-due.ts';
import { playerView } from '../../room/player-view.ts';

/** A deadline has passed without a host: any player may move the room on. */
export const nudge: ActionHandler<HostPorts, HostMessages['nudge']> = async (ports, message) => {
  const address = parseAddress(message.seat);
  const seat = await ports.store.seat(address, await ports.hash(message.secret));
  if (isRefusal(seat)) return seat;
  const found = await ports.store.room(address.room);
  if (!found) return refusal('closed');
  const { room } = await advanceDue(ports, found);
  return playerView(ports, address, seat, room, { version: message.version, rev: seat.rev });
};
