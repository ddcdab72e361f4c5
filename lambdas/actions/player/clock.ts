import type { ActionHandler } from '../../dispatch.ts';
import type { Ports } from '../../ports/ports.ts';

/** A sample for the client's clock: every reply bears the gateway's two instants, this one nothing else. */
export const clock: ActionHandler<Ports, object> = async () => ({ type: 'clock' });
