// A school shares one IP address.
import { type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { SocketEvent, SocketHandler, SocketReply } from '../../lambdas/api-gateway-event.ts';
import type { LimitName } from '../gateway/connection-rate-limit.ts';
import { errorFrame } from '../gateway/invoke.ts';
import type { GatewayLimits } from '../gateway/limits.ts';
import { type Bucket, tokenBucket } from '../gateway/token-bucket.ts';
import { type PinTries, pinTries } from './pin-tries.ts';

/** Its buckets are full again, ms. */
const FORGOTTEN_MS = 10 * 60_000;

interface Address {
  joins: Bucket;
  pins: PinTries;
  heardAt: number;
}

export interface AddressLimits {
  /** Limits sockets, silent ones too; counts slow requests. */
  attach(server: Server): void;
  limited(handler: SocketHandler): SocketHandler;
  prune(): void;
  readonly size: number;
}

/** @param isProxy its connections are other people's */
export function addressLimits(
  limits: GatewayLimits,
  now: () => number,
  refused: (what: LimitName) => void,
  isProxy: (address: string) => boolean = () => false,
): AddressLimits {
  const addresses = new Map<string, Address>();
  const sockets = new Map<string, number>();

  function known(ip: string): Address {
    const fresh = () => ({
      joins: tokenBucket(limits.joinsPerSecond, limits.joinsBurst),
      pins: pinTries(limits.wrongPinsPerMinute, now),
      heardAt: 0,
    });
    const found = addresses.get(ip) ?? fresh();
    found.heardAt = now();
    addresses.set(ip, found);
    return found;
  }

  async function join(handler: SocketHandler, event: SocketEvent): Promise<SocketReply> {
    const { connectionId, requestId, identity } = event.requestContext;
    const { joins, pins } = known(identity?.sourceIp ?? '');
    const tooMany = (what: LimitName): SocketReply => {
      refused(what);
      return { statusCode: 200, body: errorFrame('Too Many Requests', connectionId, requestId) };
    };
    if (!joins.take(now())) return tooMany('joins');
    if (!(await pins.turn(connectionId))) return tooMany('PINs');
    let wrong = false;
    try {
      const reply = await handler(event);
      wrong = reply.body?.includes('"code":"noRoom"') ?? false;
      return reply;
    } finally {
      pins.done(connectionId, wrong);
    }
  }

  return {
    attach(server) {
      server.on('connection', (socket: Socket) => {
        const ip = socket.remoteAddress ?? '';
        if (isProxy(ip)) return;
        const open = (sockets.get(ip) ?? 0) + 1;
        if (open > limits.connectionsPerAddress) {
          refused('connections');
          socket.destroy();
          return;
        }
        sockets.set(ip, open);
        socket.once('close', () => {
          const left = (sockets.get(ip) ?? 1) - 1;
          if (left > 0) sockets.set(ip, left);
          else sockets.delete(ip);
        });
      });
      // A `clientError` listener replaces Node's reply.
      server.on('clientError', ({ code }: NodeJS.ErrnoException, socket) => {
        if (code === 'ERR_HTTP_REQUEST_TIMEOUT') refused('handshakes');
        const status = code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
        if (socket.writable) socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`);
        socket.destroy();
      });
    },
    limited: (handler) => (event) => (event.requestContext.routeKey === 'join' ? join(handler, event) : handler(event)),
    prune() {
      for (const [ip, { heardAt }] of addresses) if (now() - heardAt > FORGOTTEN_MS) addresses.delete(ip);
    },
    get size() {
      return addresses.size;
    },
  };
}
