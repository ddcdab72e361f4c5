import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { SocketEvent } from '../../lambdas/api-gateway-event.ts';
import { socketAddress } from './client-address.ts';
import {
  CLOSURE,
  closeConnection,
  closureOf,
  type GatewayConnection,
  isOpen,
  newGatewayConnection,
  type PostResult,
  STOPPING_MS,
  send,
} from './connection.ts';
import { expireConnections } from './connection-expiry.ts';
import { type LimitName, limitRate } from './connection-rate-limit.ts';
import { type Closure, connectEvent, disconnectEvent, messageEvent, newPeer, type Peer } from './event.ts';
import { eventLoopBatches } from './event-loop-batches.ts';
import { errorFrame, type Invocation, invoke } from './invoke.ts';
import { API_GATEWAY_LIMITS, type GatewayLimits } from './limits.ts';
import { pendingByAddress } from './pending-bytes.ts';
import { actionOf, type Route } from './route.ts';
import { createUpgrade, decisionOf, type UpgradeDecision } from './upgrade.ts';

export interface GatewayOptions {
  routes: Record<string, Route>;
  /** Without slash; default `socket`. */
  stage?: string;
  limits?: Partial<GatewayLimits>;
  /** Throws, time-outs and malformed replies. */
  onFault?: (error: unknown, requestId: string) => void;
  /** Per frame over the rate limit. */
  onRefused?: (what: LimitName) => void;
  /** Epoch ms; must not jump. */
  now?: () => number;
  /** Whose limits count; the socket's unless given. */
  clientAddress?: (req: IncomingMessage) => string;
}

export interface Gateway {
  readonly stage: string;
  readonly limits: GatewayLimits;
  readonly connections: number;
  /** Other paths get 403. */
  attach(server: Server): void;
  /** 426 on the stage's path; else false. */
  handleHttp(req: IncomingMessage, res: ServerResponse): boolean;
  /** Pass many receivers a Buffer. `gone` before `$connect` returns. */
  post(connectionId: string, data: string | Buffer): PostResult;
  /** Times in epoch ms. */
  get(connectionId: string): { connectedAt: number; lastActiveAt: number; identity: Peer['identity'] } | undefined;
  /** With 1000; false if gone. */
  disconnect(connectionId: string): boolean;
  /** Closes all (1001); waits for handlers. */
  close(): Promise<void>;
}

/** As Lambda does: an event each, several at once. */
export function createGateway(options: GatewayOptions): Gateway {
  const { stage = 'socket', onRefused = () => {}, now = Date.now, clientAddress = socketAddress } = options;
  const { onFault = (error, requestId) => console.error(requestId, error) } = options;
  const limits = { ...API_GATEWAY_LIMITS, ...options.limits };
  const routes = new Map(Object.entries(options.routes));
  const connections = new Map<string, GatewayConnection>();
  const pendingOf = pendingByAddress(limits);
  const next = eventLoopBatches();

  // `close` waits for them.
  let running = 0;
  let closing: Promise<void> | undefined;
  let drained = () => {};
  const end = () => {
    if (--running === 0) drained();
  };

  // One connection's fault is no other's.
  const ended = (work: Promise<void>, peer: Peer) => void work.catch((error) => onFault(error, peer.connectionId)).then(end);

  const isStage = (req: IncomingMessage) => req.url?.split('?', 1)[0] === `/${stage}`;

  async function run({ handler }: Route, event: SocketEvent): Promise<Invocation> {
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
    const peer = newPeer(req, stage, arrivedAt, clientAddress(req));
    const route = routes.get('$connect');
    const judgement = route ? decisionOf(await run(route, connectEvent(peer, req, now()))) : {};
    if ('status' in judgement) {
      end();
      return judgement;
    }
    // `$disconnect` always follows `$connect`.
    return {
      ...judgement,
      opened: (socket, wire) => open(peer, socket, wire),
      lost: () => ended(leave(peer, CLOSURE.lost), peer),
    };
  }

  function open(peer: Peer, socket: WebSocket, wire: Duplex): void {
    const connection = newGatewayConnection(socket, wire, peer, limits, pendingOf(peer.identity.sourceIp));
    connections.set(peer.connectionId, connection);
    const hear = (data: Buffer, isBinary: boolean) => receive(connection, data, isBinary);
    socket.on('message', limitRate(connection, limits, now, onRefused, hear));
    socket.on('close', (code, reason) => {
      connections.delete(peer.connectionId);
      connection.pending.clear();
      ended(leave(peer, closureOf(connection, code, reason)), peer);
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
      // Timestamp first. Text now: waiting buffers lie outside the heap.
      const body = data.toString();
      const handled = () => connection.pending.remove(data.length);
      next(() => ended(answer(connection, body, arrivedAt).finally(handled), connection.peer));
    }
  }

  async function answer(connection: GatewayConnection, body: string, arrivedAt: number): Promise<void> {
    // Unread replies would pile up.
    if (connection.socket.bufferedAmount > limits.unreadBytes) return;
    const action = actionOf(body);
    const routeKey = routes.has(action) ? action : '$default';
    const route = routes.get(routeKey);
    const event = messageEvent(connection.peer, routeKey, body, arrivedAt);
    const { connectionId, requestId } = event.requestContext;
    const reply = (data: string) => send(connection, data, limits, now());
    if (!route) return void reply(errorFrame('Forbidden', connectionId, requestId));
    const outcome = await run(route, event);
    if ('failed' in outcome) reply(errorFrame(outcome.failed, connectionId, requestId));
    else if (route.returnResponse && outcome.reply.body) reply(outcome.reply.body);
  }

  const upgrade = createUpgrade(limits, decide, onFault);
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
        for (const connection of connections.values()) closeConnection(connection, CLOSURE.goingAway, STOPPING_MS);
        if (running === 0) resolve();
      });
      return closing;
    },
  };
}
