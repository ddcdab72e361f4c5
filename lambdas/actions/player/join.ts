import { isRefusal, type Refusal, refusal } from '../../../game/refusals.ts';
import { shardOf } from '../../../game/seats/seat.ts';
import type { PlayerMessages } from '../../../game/wire/client-messages.ts';
import type { ActionHandler } from '../../dispatch.ts';
import type { Ports } from '../../ports/ports.ts';
import type { FoundRoom } from '../../ports/rooms.ts';
import { nameTakenRefusal } from '../../room/name-taken.ts';
import { playerName, takeName } from '../../room/player-name.ts';
import { newPlayerView, playerView } from '../../room/player-view.ts';
import { currentPatterns } from '../../room/two-step-join.ts';

/** Repeated with the same seat and secret it is the same join. */
export const join: ActionHandler<Ports, PlayerMessages['join']> = async (ports, message, { connection, connectedAt, at }) => {
  const chosen = playerName(ports, message.name);
  if (isRefusal(chosen)) return chosen;
  const found = await ports.store.findRoom(message.pin);
  if (!found) return refusal('noRoom');
  const address = { room: found.id, shard: shardOf(message.seat, found.shards), seat: message.seat };
  const secret = await ports.hash(message.secret);
  if (found.locked || found.colourOwner) {
    const shut = await joinRefusal(ports, found, message.colours);
    // Seated players get in.
    if (shut && isRefusal(await ports.store.seat(address, secret))) return shut;
  }
  const { expiresAt } = found;
  const joining = { ...address, secret, connection, connectedAt, at, expiresAt };
  const seat = await takeName(ports, chosen, (naming) => ports.store.join({ ...joining, ...naming }));
  if (isRefusal(seat)) return seat.refused === 'nameTaken' ? nameTakenRefusal(ports, found.id, chosen.name) : seat;
  // Room after seat: whatever an announcement missed is seen here.
  const room = await ports.store.room(found.id);
  if (!room) return refusal('noRoom');
  // A new player has no standing: saves a read.
  return seat.joinedAt === at ? newPlayerView(address, seat, room) : playerView(ports, address, seat, room);
};

async function joinRefusal(
  ports: Ports,
  { id, locked, colourOwner: guard }: FoundRoom,
  tapped: string | undefined,
): Promise<Refusal | undefined> {
  if (locked) return refusal('locked');
  if (!guard) return undefined;
  if (!tapped) return refusal('coloursNeeded');
  return (await currentPatterns(ports, guard, id, ports.now())).includes(tapped) ? undefined : refusal('coloursWrong');
}
