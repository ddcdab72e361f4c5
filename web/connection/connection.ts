import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Frame } from '../../game/wire/server-frames.ts';
import { type BrowserEnvironment, socketUrl } from '../browser/environment.ts';
import type { Sample } from '../clock/clock.ts';
import { backoff } from './backoff.ts';
import { createRequests, type Request, type Transport } from './requests.ts';
import type { ConnectionStatus } from './status.ts';

const CONNECT_MS = 8000;
/** API Gateway closes connections after 2 h. */
const RENEW_MS = 100 * 60_000;

export interface ConnectionHooks {
  /** First on each new connection: claims the seat or room. */
  onOpen(request: Request): Promise<unknown>;
  /** Every new frame; a push has no `re`. */
  onFrame(frame: Frame): void;
  onSample(sample: Sample): void;
  mayRenew(): boolean;
}

export interface Connection {
  status: ReadonlySignal<ConnectionStatus>;
  request: Request;
  /** For good: pending requests resolve with nothing. */
  close(): void;
}

interface OpenSocket extends Transport {
  socket: WebSocket;
  since: number;
  opened: boolean;
}

export function createConnection(environment: BrowserEnvironment, hooks: ConnectionHooks): Connection {
  const line = signal<ConnectionStatus>('connecting');
  let current: OpenSocket | undefined;
  let coming: OpenSocket | undefined;
  let closed = false;
  let tries = 0;
  let stopWaiting: (() => void) | undefined;
  const requests = createRequests(environment, () => current, hooks.onSample);

  function connect() {
    stopWaiting = undefined;
    const socket = environment.connect(socketUrl(environment));
    const connection: OpenSocket = {
      socket,
      since: environment.instant().monotonicMs,
      lastFrameAt: 0,
      opened: false,
      lost: false,
      lose: () => lose(connection),
    };
    coming = connection;
    const tooSlow = environment.later(CONNECT_MS, connection.lose);
    socket.onopen = () => {
      tooSlow();
      void claim(connection);
    };
    socket.onmessage = ({ data }) => receive(connection, data);
    socket.onclose = connection.lose;
  }

  async function claim(connection: OpenSocket) {
    connection.opened = true;
    await hooks.onOpen(requests.requester(connection));
    if (connection.lost) return;
    const old = current;
    current = connection;
    coming = undefined;
    if (old) lose(old);
    tries = 0;
    line.value = 'open';
    requests.sendAll();
  }

  function lose(connection: OpenSocket) {
    if (connection.lost) return;
    connection.lost = true;
    const { socket } = connection;
    socket.onopen = socket.onmessage = socket.onclose = null;
    // A dead connection's `close` event may take a minute.
    socket.close();
    if (connection === coming) coming = undefined;
    if (connection === current) current = undefined;
    requests.onTransportLost(connection);
    if (closed || current || coming) return;
    if (line.peek() === 'open') line.value = 'lost';
    if (!connection.opened) void findRefusal();
    stopWaiting = environment.later(backoff(environment.random(), tries++), connect);
  }

  async function findRefusal() {
    if ((await environment.isOriginRefused()) && !current) line.value = 'refused';
  }

  function receive(from: OpenSocket, data: unknown) {
    const received = environment.instant();
    from.lastFrameAt = received.monotonicMs;
    const frame = parse(data);
    // The gateway's own error frames have no type.
    if (!frame) return requests.onGatewayError(from);
    if (frame.re !== undefined) {
      const settle = requests.matchReply(frame, received);
      if (settle) hooks.onFrame(frame);
      settle?.();
    } else if (from !== current || !coming?.opened) {
      // A push to a connection being replaced is about the new one.
      hooks.onFrame(frame);
    }
    if (from === current && !coming && received.monotonicMs - from.since > RENEW_MS && hooks.mayRenew()) connect();
  }

  const sleepless = environment.onWake(() => {
    if (!stopWaiting) return;
    stopWaiting();
    connect();
  });

  connect();
  return {
    status: line,
    request: requests.requester(),
    close() {
      closed = true;
      sleepless();
      stopWaiting?.();
      requests.close();
      if (coming) lose(coming);
      if (current) lose(current);
    },
  };
}

function parse(data: unknown): Frame | undefined {
  try {
    const frame = JSON.parse(String(data));
    return typeof frame?.type === 'string' ? frame : undefined;
  } catch {
    return undefined;
  }
}
