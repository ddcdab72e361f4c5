// What players say. Nothing here speaks to anybody but the caller: this function needs no right to.
import { ACTIONS } from '../game/messages.ts';
import { dispatch } from './action.ts';
import { answer } from './actions/answer.ts';
import { clock } from './actions/clock.ts';
import { join } from './actions/join.ts';
import { leave } from './actions/leave.ts';
import { rename } from './actions/rename.ts';
import { sync } from './actions/sync.ts';
import type { SocketHandler } from './event.ts';
import type { Ports } from './ports.ts';

export const player = (ports: Ports): SocketHandler =>
  dispatch(ports, ACTIONS.player, { join, sync, answer, rename, leave, clock });
