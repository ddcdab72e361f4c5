import type { ActionHandler } from '../../dispatch.ts';
import type { Ports } from '../../ports/ports.ts';

/** A clock sample: every reply carries the gateway's instants. */
export const clock: ActionHandler<Ports, object> = async () => ({ type: 'clock' });
