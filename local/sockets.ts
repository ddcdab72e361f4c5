import type { Sent, Sockets } from '../lambdas/ports/sockets.ts';
import type { Gateway } from './gateway/gateway.ts';

export function localSockets(post: Gateway['post']): Sockets {
  const sendEach = (each: Iterable<readonly [connection: string, frame: string | Buffer]>): Sent => {
    const sent: Sent = { gone: [], undelivered: 0 };
    for (const [connection, frame] of each) {
      const posted = post(connection, frame);
      if (posted === 'gone') sent.gone.push(connection);
      else if (posted !== 'sent') sent.undelivered++;
    }
    return sent;
  };
  return {
    async sendAll(connections, frame) {
      // Encoded once.
      const bytes = Buffer.from(frame);
      return sendEach(connections.map((connection) => [connection, bytes]));
    },
    send: async (each) => sendEach(each.map(({ connection, frame }) => [connection, frame])),
  };
}
