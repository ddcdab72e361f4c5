import type { Does } from '../action.ts';
import type { Ports } from '../ports.ts';

/** A sample for the client's clock: every reply bears the gateway's two instants, this one nothing else. */
export const clock: Does<Ports, object> = async () => ({ type: 'clock' });
