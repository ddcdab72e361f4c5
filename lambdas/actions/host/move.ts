import { isRefusal, refusal } from '../../../game/refusals.ts';
import { applyMove, present } from '../../../game/room/transitions.ts';
import type { HostMessages } from '../../../game/wire/client-messages.ts';
import type { Frame } from '../../../game/wire/server-frames.ts';
import { roomView } from '../../../game/wire/views.ts';
import type { ActionHandler } from '../../dispatch.ts';
import type { HostPorts } from '../../ports/ports.ts';
import { allSeats } from '../../room/all-seats.ts';
import { type AppliedChange, applyChange } from '../../room/apply-change.ts';
import { authorizeHost } from '../../room/authorize-host.ts';
import { isAnnounced, tellingMs } from '../../room/delivery.ts';
import { hostView } from '../../room/host-view.ts';

/** Applies to the version that the page saw: a doubled press is refused. */
export const move: ActionHandler<HostPorts, HostMessages['move']> = async (ports, message) => {
  const room = await authorizeHost(ports, message);
  if (isRefusal(room)) return room;
  // A repeat: its reply was lost.
  if (room.changeId === message.id) return { type: 'stage', id: room.id, room: roomView(room) };
  if (room.version !== message.version) return refusal('conflict');
  const { id, move } = message;
  const announced = isAnnounced(move);
  const change = applyMove(room, move, ports.now());
  if (!('needs' in change)) {
    const done = isRefusal(change) ? change : await applyChange(ports, room, { change, id, announced });
    return isRefusal(done) ? done : moved(done);
  }
  const [quiz, seats] = await Promise.all([
    ports.store.questions(room, ...change.needs),
    allSeats(ports.store, room, { fresh: true }),
  ]);
  const played = { quiz, seats, tellingMs: tellingMs(present(seats)) };
  const next = applyMove(room, move, ports.now(), played);
  const done = isRefusal(next) ? next : await applyChange(ports, room, { change: next, id, announced, played });
  return isRefusal(done) ? done : { ...moved(done), stage: await hostView(ports, done.room, seats, message.names) };
};

const moved = ({ room, undelivered }: AppliedChange): Frame<'stage'> => ({
  type: 'stage',
  id: room.id,
  room: roomView(room),
  missed: undelivered,
});
