// What the host says, and the players' nudge: all that may end in a broadcast.
import { ACTIONS } from '../game/messages.ts';
import { dispatch } from './action.ts';
import { look } from './actions/look.ts';
import { move } from './actions/move.ts';
import { nudge } from './actions/nudge.ts';
import { open } from './actions/open.ts';
import { remove } from './actions/remove.ts';
import { results } from './actions/results.ts';
import { shelf } from './actions/shelf.ts';
import { undo } from './actions/undo.ts';
import type { SocketHandler } from './event.ts';
import type { HostPorts } from './ports.ts';

export const host = (ports: HostPorts): SocketHandler =>
  dispatch(ports, ACTIONS.host, { shelf, open, look, move, remove, undo, results, nudge });
