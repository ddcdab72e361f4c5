// `@connections` with injected faults.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { connectionsApi } from '../../local/gateway/connections-api.ts';
import type { Gateway } from '../../local/gateway/gateway.ts';

/** 410, 429, 500 or no answer; `…Sent`: delivered anyway. */
export type PostFault = 'gone' | 'goneSent' | 'slow' | 'failed' | 'failedSent' | 'hangs' | 'hangsSent';

/** @param plan fault of the next post; undefined: none */
export function failingPosts(
  gateway: Gateway,
  plan: () => PostFault | undefined,
): (req: IncomingMessage, res: ServerResponse) => 'hangs' | 'answers' {
  const fine = connectionsApi(gateway);
  return (req, res) => {
    const fault = req.method === 'POST' ? plan() : undefined;
    if (!fault) {
      fine(req, res);
      return 'answers';
    }
    // Clients read an answer only after the whole request.
    const said = text(req).then((frame) => {
      if (fault.endsWith('Sent')) gateway.post(decodeURIComponent(req.url!.split('/').at(-1)!), frame);
      refuse(res, fault);
    });
    said.catch(() => res.destroy());
    return fault === 'hangs' || fault === 'hangsSent' ? 'hangs' : 'answers';
  };
}

function refuse(res: ServerResponse, fault: PostFault): void {
  const answer = (status: number, type: string, body?: string) => res.writeHead(status, { 'x-amzn-ErrorType': type }).end(body);
  // A captured 410 has no body.
  if (fault === 'gone' || fault === 'goneSent') answer(410, 'GoneException');
  else if (fault === 'slow') answer(429, 'LimitExceededException', '{"message":"Limit exceeded"}');
  else if (fault === 'failed' || fault === 'failedSent')
    answer(500, 'InternalServerErrorException', '{"message":"Internal server error"}');
}
