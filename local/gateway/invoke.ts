import type { SocketEvent, SocketHandler, SocketReply } from '../../lambdas/api-gateway-event.ts';

/** Only `$connect` may return headers. */
type Reply = SocketReply & { headers?: Record<string, string> };

type IntegrationError = 'Internal server error' | 'Endpoint request timed out';

export type Invocation = { reply: Reply } | { failed: IntegrationError; error: unknown };

/** Never throws. @param timeoutMs the handler is ignored after it */
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

/** API Gateway's own odd spacing. */
export function errorFrame(
  message: IntegrationError | 'Forbidden' | 'Too Many Requests',
  connectionId: string,
  requestId: string,
): string {
  return `{"message": "${message}", "connectionId":"${connectionId}", "requestId":"${requestId}"}`;
}

const REPLY_KEYS = new Set(['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded']);

// `undefined` does not survive JSON; `null` does.
function isReply(reply: unknown): reply is Reply {
  if (typeof reply !== 'object' || reply === null) return false;
  const { statusCode, body }: { statusCode?: unknown; body?: unknown } = reply;
  return (
    Number.isInteger(statusCode) &&
    (body === undefined || typeof body === 'string') &&
    Object.entries(reply).every(([key, value]) => value === undefined || REPLY_KEYS.has(key))
  );
}
