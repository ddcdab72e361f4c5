// These only reply.
import { ACTIONS } from '../../game/wire/client-messages.ts';
import { answer } from '../actions/player/answer.ts';
import { clock } from '../actions/player/clock.ts';
import { join } from '../actions/player/join.ts';
import { leave } from '../actions/player/leave.ts';
import { rename } from '../actions/player/rename.ts';
import { sync } from '../actions/player/sync.ts';
import type { SocketHandler } from '../api-gateway-event.ts';
import { dispatch } from '../dispatch.ts';
import type { Ports } from '../ports/ports.ts';

export const playerHandler = (ports: Ports): SocketHandler =>
  dispatch(ports, ACTIONS.player, { join, sync, answer, rename, leave, clock });
