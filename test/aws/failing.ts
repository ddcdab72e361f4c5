// DynamoDB with injected faults.
import type { Answered, Call } from './engine.ts';

/** `lost`: never executed; `lostAfter`: executed; neither is answered. */
export type Fault = 'throttle' | 'internal' | 'lost' | 'lostAfter';

const NEVER = new Promise<never>(() => {});
const error = (status: number, type: string, message: string): Answered => ({
  status,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message },
  deliberate: true,
});

/** @param plan fault of the n-th call (from 0) */
export function failing(call: Call, plan: (operation: string, n: number) => Fault | undefined): Call {
  let calls = 0;
  return async (operation, body) => {
    const fault = plan(operation, calls++);
    if (fault === 'throttle') return error(400, 'ThrottlingException', 'Rate of requests exceeds the allowed throughput.');
    if (fault === 'internal') return error(500, 'InternalServerError', 'The request processing has failed');
    if (fault === 'lost') return NEVER;
    const answered = await call(operation, body);
    return fault === 'lostAfter' ? NEVER : answered;
  };
}
