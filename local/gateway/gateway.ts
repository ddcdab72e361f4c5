// An API Gateway WebSocket API on one machine, no kinder than the real one.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { SocketEvent } from '../../lambdas/api-gateway-event.ts';
import {
  CLOSURE,
  closeConnection,
  closureOf,
  type GatewayConnection,
  isOpen,
  newGatewayConnection,
  type PostResult,
  send,
} from './connection.ts';
import { expireConnections } from './connection-expiry.ts';
import { type LimitName, limitRate } from './connection-rate-limit.ts';
import { type Closure, connectEvent, disconnectEvent, messageEvent, newPeer, type Peer } from './event.ts';
import { eventLoopBatches } from './event-loop-batches.ts';
import { errorFrame, type Invocation, invoke } from './invoke.ts';
import { API_GATEWAY_LIMITS, type GatewayLimits } from './limits.ts';
import { actionOf, type Route } from './route.ts';
import { createUpgrade, decisionOf, type UpgradeDecision } from './upgrade.ts';

export interface GatewayOptions {
  routes: Record<string, Route>;
  /** The path that clients connect to, without its slash; `socket` unless told. */
  stage?: string;
  limits?: Partial<GatewayLimits>;
  /** Told of each throw, time-out and malformed reply, with the request id that the caller may have been shown. */
  onFault?: (error: unknown, requestId: string) => void;
  /** Told of each frame that was over its connection's share. */
  onRefused?: (what: LimitName) => void;
  /** The gateway's clock, epoch ms. It stamps frames and measures idleness and life, so it had better not jump. */
  now?: () => number;
}

export interface Gateway {
  readonly stage: string;
  readonly limits: GatewayLimits;
  /** How many connections are open: their `$connect` has returned, and their `$disconnect` is not due yet. */
  readonly connections: number;
  /** Takes all the server's upgrade requests: one for another path is refused with 403. */
  attach(server: Server): void;
  /** Answers a plain request for the stage's path with 426; for any other path it does nothing and returns false. */
  handleHttp(req: IncomingMessage, res: ServerResponse): boolean;
  /** Sends one text; bytes for many (UTF-8) are best made a Buffer once. A connection is `gone` until its `$connect` has returned. */
  post(connectionId: string, data: string | Buffer): PostResult;
  /** What is known of an open connection; times are epoch ms. */
  get(connectionId: string): { connectedAt: number; lastActiveAt: number; identity: Peer['identity'] } | undefined;
  /** Closes a connection with code 1000 (on AWS nobody can choose another); false if it is gone. */
  disconnect(connectionId: string): boolean;
  /** Refuses newcomers (503), closes every socket (1001), and resolves when the last handler and `$disconnect` are done. */
  close(): Promise<void>;
}

/**
 * Makes a gateway over the given routes; `attach` it to an http server to open it. Handlers are invoked as Lambda functions are:
 * each with an event of its own, several at once even for one connection, and with nobody to hear them after `timeoutMs`.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { stage = 'socket', onRefused = () => {}, now = Date.now } = options;
  const { onFault = (error, requestId) => console.error(requestId, error) } = options;
  const limits = { ...API_GATEWAY_LIMITS, ...options.limits };
  const routes = new Map(Object.entries(options.routes));
  const connections = new Map<string, GatewayConnection>();
  const next = eventLoopBatches();

  // What `close` waits for: each message's handler, and each connection from its upgrade request to the end of its `$disconnect`.
  let running = 0;
  let closing: Promise<void> | undefined;
  let drained = () => {};
  const end = () => {
    running--;
    if (running === 0) drained();
  };

  const isStage = (req: IncomingMessage) => req.url?.split('?', 1)[0] === `/${stage}`;

  async function run({ handler }: Route, event: SocketEvent): Promise<Invocation> {
    // Read before the handler has the event, for it may do to it what it likes.
    const { requestId } = event.requestContext;
    const outcome = await invoke(handler, event, limits.timeoutMs);
    if ('failed' in outcome) onFault(outcome.error, requestId);
    return outcome;
  }

  async function decide(req: IncomingMessage): Promise<UpgradeDecision> {
    const arrivedAt = now();
    if (!isStage(req)) return { status: 403 };
    if (closing) return { status: 503 };
    running++;
    const peer = newPeer(req, stage, arrivedAt);
    const route = routes.get('$connect');
    const judgement = route ? decisionOf(await run(route, connectEvent(peer, req, now()))) : {};
    if ('status' in judgement) {
      end();
      return judgement;
    }
    // `$connect` has let it in; so whatever becomes of it, `$disconnect` must hear of its leaving.
    return {
      ...judgement,
      opened: (socket, wire) => open(peer, socket, wire),
      lost: () => void leave(peer, CLOSURE.lost).then(end),
    };
  }

  function open(peer: Peer, socket: WebSocket, wire: Duplex): void {
    const connection = newGatewayConnection(socket, wire, peer, limits);
    connections.set(peer.connectionId, connection);
    const hear = (data: Buffer, isBinary: boolean) => receive(connection, data, isBinary);
    socket.on('message', limitRate(connection, limits, now, onRefused, hear));
    socket.on('close', (code, reason) => {
      connections.delete(peer.connectionId);
      void leave(peer, closureOf(connection, code, reason)).then(end);
    });
    if (closing) closeConnection(connection, CLOSURE.goingAway);
  }

  async function leave(peer: Peer, closure: Closure): Promise<void> {
    const route = routes.get('$disconnect');
    if (route) await run(route, disconnectEvent(peer, closure, now()));
  }

  function receive(connection: GatewayConnection, data: Buffer, isBinary: boolean): void {
    const arrivedAt = now();
    if (!isOpen(connection)) return;
    if (isBinary) closeConnection(connection, CLOSURE.binary);
    else {
      connection.lastActiveAt = arrivedAt;
      running++;
      // The time of arrival must be fair: all that is there by now gets its stamp before the first handler takes its time.
      // Text at once: waiting buffers lie outside the heap.
      const body = data.toString();
      next(() => void answer(connection, body, arrivedAt).then(end));
    }
  }

  // Messages of one connection are not queued: on AWS two of them may run at once, and finish in either order.
  async function answer(connection: GatewayConnection, body: string, arrivedAt: number): Promise<void> {
    const action = actionOf(body);
    const routeKey = routes.has(action) ? action : '$default';
    const route = routes.get(routeKey);
    const event = messageEvent(connection.peer, routeKey, body, arrivedAt);
    const { connectionId, requestId } = event.requestContext;
    const reply = (data: string) => send(connection, data, limits, now());
    if (!route) {
      reply(errorFrame('Forbidden', connectionId, requestId));
      return;
    }
    const outcome = await run(route, event);
    if ('failed' in outcome) reply(errorFrame(outcome.failed, connectionId, requestId));
    else if (route.returnResponse && outcome.reply.body) reply(outcome.reply.body);
  }

  const upgrade = createUpgrade(limits, decide);
  const sweeper = expireConnections(connections, limits, now);

  return {
    stage,
    limits,
    get connections() {
      return connections.size;
    },
    attach(server) {
      server.on('upgrade', upgrade);
    },
    handleHttp(req, res) {
      if (!isStage(req)) return false;
      res.writeHead(426, { Connection: 'Upgrade', Upgrade: 'websocket' }).end();
      return true;
    },
    post(connectionId, data) {
      const connection = connections.get(connectionId);
      return connection ? send(connection, data, limits, now()) : 'gone';
    },
    get(connectionId) {
      const connection = connections.get(connectionId);
      if (!isOpen(connection)) return undefined;
      const { lastActiveAt, peer } = connection;
      return { connectedAt: peer.connectedAt, lastActiveAt, identity: { ...peer.identity } };
    },
    disconnect(connectionId) {
      const connection = connections.get(connectionId);
      if (!isOpen(connection)) return false;
      closeConnection(connection, CLOSURE.deleted);
      return true;
    },
    close() {
      closing ??= new Promise((resolve) => {
        clearInterval(sweeper);
        drained = resolve;
        for (const connection of connections.values()) closeConnection(connection, CLOSURE.goingAway);
        if (running === 0) resolve();
      });
      return closing;
    },
  };
}
