// One invocation of a function behind the gateway: what it answered, or which of API Gateway's two troubles it met.
import type { SocketEvent, SocketHandler, SocketReply } from '../../lambdas/api-gateway-event.ts';

/** What may come back over the wire from a function; only `$connect` may say headers that reach the client. */
export type Reply = SocketReply & { headers?: Record<string, string> };

export type IntegrationError = 'Internal server error' | 'Endpoint request timed out';

export type Invocation = { reply: Reply } | { failed: IntegrationError; error: unknown };

/**
 * Invokes a handler as the gateway's integration does; never throws.
 * A throw or a malformed reply is an internal server error; a handler slower than `timeoutMs` is timed out, and whatever it does
 * later is lost.
 */
export function invoke(handler: SocketHandler, event: SocketEvent, timeoutMs: number): Promise<Invocation> {
  return new Promise((resolve) => {
    const late = () => resolve({ failed: 'Endpoint request timed out', error: new Error(`no reply within ${timeoutMs} ms`) });
    const timer = setTimeout(late, timeoutMs).unref();
    const end = (outcome: Invocation) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    const replied = (reply: unknown) =>
      end(isReply(reply) ? { reply } : { failed: 'Internal server error', error: new Error('malformed reply') });
    const failed = (error: unknown) => end({ failed: 'Internal server error', error });
    try {
      handler(event).then(replied, failed);
    } catch (error) {
      failed(error);
    }
  });
}

/** The frame that tells a caller of a trouble. Its odd spacing is API Gateway's own. */
export function errorFrame(
  message: IntegrationError | 'Forbidden' | 'Too Many Requests',
  connectionId: string,
  requestId: string,
): string {
  return `{"message": "${message}", "connectionId":"${connectionId}", "requestId":"${requestId}"}`;
}

const REPLY_KEYS = new Set(['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded']);

// A key that is `undefined` does not survive the JSON between a function and the gateway, so it is not there; a `null` does.
function isReply(reply: unknown): reply is Reply {
  if (typeof reply !== 'object' || reply === null) return false;
  const { statusCode, body } = reply as Partial<Reply>;
  return (
    Number.isInteger(statusCode) &&
    (body === undefined || typeof body === 'string') &&
    Object.entries(reply).every(([key, value]) => value === undefined || REPLY_KEYS.has(key))
  );
}
