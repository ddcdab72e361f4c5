import { hash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { isUnwanted } from '../game/seats/word-filter.ts';
import { ACTIONS } from '../game/wire/client-messages.ts';
import { connectHandler } from '../lambdas/handlers/connect.ts';
import { disconnectHandler } from '../lambdas/handlers/disconnect.ts';
import { hostHandler } from '../lambdas/handlers/host.ts';
import { playerHandler } from '../lambdas/handlers/player.ts';
import { putQuiz } from '../lambdas/library/put-quiz.ts';
import { SAMPLES } from '../lambdas/ports/library.ts';
import type { HostPorts } from '../lambdas/ports/ports.ts';
import { inProcessBroadcaster } from '../lambdas/room/broadcast.ts';
import type { GivenQuiz } from '../quizzes/quiz-files.ts';
import type { ProxyTrust } from './gateway/client-address.ts';
import type { LimitName } from './gateway/connection-rate-limit.ts';
import { createGateway, type Gateway } from './gateway/gateway.ts';
import { API_GATEWAY_LIMITS, type GatewayLimits } from './gateway/limits.ts';
import { listeningPort } from './gateway/listening-port.ts';
import type { Route } from './gateway/route.ts';
import { type AddressLimits, addressLimits } from './http/address-limits.ts';
import { takeBackups } from './http/backups.ts';
import { basePath, stripBasePath, withoutScheme } from './http/base-path.ts';
import { healthOf } from './http/health.ts';
import { serveMedia } from './http/media-files.ts';
import { type IsOwnOrigin, ownOrigin, tellOrigin } from './http/own-origin.ts';
import { servePages } from './http/pages.ts';
import { isUpload, takeUploads } from './http/uploads.ts';
import { openMedia } from './media/media-folder.ts';
import { mediaInUse } from './media/media-in-use.ts';
import { TICKET_MS } from './media/upload-tickets.ts';
import { joinAddresses } from './phone-addresses.ts';
import { localSockets } from './sockets.ts';
import { steadyNow } from './steady-now.ts';
import { hostKey } from './store/host-key.ts';
import { openJournal } from './store/journal.ts';
import { filesNamedIn, keepFiles } from './store/pictures.ts';
import { openStore } from './store/store.ts';

export interface ServerOptions {
  /** 0: any free one. */
  port: number;
  /** Undefined: all interfaces. */
  host?: string | undefined;
  /** One server at a time. */
  data: string;
  /** A folder, or its files by name. */
  pages: string | ReadonlyMap<string, Buffer>;
  quizzes: readonly GivenQuiz[];
  /** The public address where a proxy stands before the server. */
  url?: URL | undefined;
  /** Its handshake is refused. */
  onForeignOrigin?: (origin: string) => void;
  /** Pictures made fit for phones, and how many there are to be. */
  onPicture?: (done: number, of: number) => void;
  limits?: Partial<GatewayLimits>;
  proxies?: ProxyTrust;
  anyNames?: boolean;
  onRefused?: (what: LimitName) => void;
  onFault: (error: unknown, requestId?: string) => void;
  /** Epoch ms; must not step. */
  now?: () => number;
  /** What `GET /health` says. */
  version?: string;
}

export interface LocalServer {
  port: number;
  key: string;
  gateway: Gateway;
  close(): Promise<void>;
}

const DAY_MS = 24 * 3_600_000;
const RETENTION_MS = 7 * DAY_MS;
const PURGE_EVERY_MS = 60_000;
/** No other process is involved. */
const LOOK_IN_MS = 250;

/** @throws DataInUse, or a listening error (`EADDRINUSE` …) */
export async function startServer(options: ServerOptions): Promise<LocalServer> {
  const now = options.now ?? steadyNow;
  const journal = openJournal(options.data, options.onFault);
  const store = openStore(journal, now);
  const key = hostKey(options.data);
  await store.invite(hash('sha256', key, 'base64url'));
  for (const { id, quiz } of options.quizzes) await putQuiz(store, SAMPLES, id, quiz, now());

  const media = openMedia(options.data, now);
  const sweepMedia = async () => media.sweep(await mediaInUse([...store.allDrafts(), ...store.roomQuestions()]));
  await sweepMedia();

  const sockets = localSockets((connection, frame) => gateway.post(connection, frame));
  const ports: HostPorts = {
    store,
    sockets,
    media,
    broadcaster: inProcessBroadcaster({ store, sockets, now }),
    now,
    random: (bytes) => randomBytes(bytes),
    hash: (text) => hash('sha256', text, 'base64url'),
    ...(!options.anyNames && { isUnwanted }),
    limits: { expectedPlayers: 1000, retention: RETENTION_MS, lookIn: LOOK_IN_MS },
    joinAddresses: async () => (options.url ? [withoutScheme(options.url)] : joinAddresses(port(), options.host)),
  };
  const limits = { ...API_GATEWAY_LIMITS, ...options.limits };
  const onRefused = options.onRefused ?? (() => {});
  const isOwn = ownOrigin(options.url, options.onForeignOrigin);
  const guard = addressLimits(limits, now, onRefused, options.proxies?.isProxy);
  const gateway: Gateway = createGateway({
    routes: routes(ports, guard, isOwn),
    limits,
    onFault: options.onFault,
    onRefused,
    now,
    ...(options.proxies && { clientAddress: options.proxies.clientAddress }),
  });

  const given = new Map(options.quizzes.flatMap((quiz) => [...quiz.media]));
  const base = options.url ? basePath(options.url) : '/';
  const kept = await keepFiles(options.data, given, filesNamedIn(store), options.onPicture);
  const pages = servePages(options.pages, kept.held, base);
  const places = { media: media.folderOf, pictures: (file: string) => (kept.played.has(file) ? kept.folder : undefined) };
  const health = healthOf(journal, options.version ?? 'unknown', now);
  const backups = takeBackups(options.data, journal, options.onFault);
  const upload = takeUploads(media, limits.handshakeMs, (error) => options.onFault(error, 'upload'));
  // Endless handshakes would hold sockets.
  const patience = { headersTimeout: limits.handshakeMs, requestTimeout: TICKET_MS };
  const checking = { connectionsCheckingInterval: Math.min(2000, limits.handshakeMs), maxHeaderSize: 8192 };
  const server = createServer({ ...patience, ...checking }, (req, res) => {
    try {
      if (isUpload(req)) return upload(req, res);
      if (backups.handle(req, res)) return;
      // Of others no body is awaited.
      if (req.headers['content-length'] || req.headers['transfer-encoding']) res.setHeader('Connection', 'close');
      if (!health(req, res) && !tellOrigin(isOwn, req, res) && !gateway.handleHttp(req, res) && !serveMedia(places, req, res))
        pages(req, res);
    } catch (error) {
      options.onFault(error, 'http');
      res.destroy();
    }
  });
  // Silent sockets without an upgrade.
  server.timeout = limits.handshakeMs;
  gateway.attach(server);
  guard.attach(server);
  stripBasePath(server, base);
  const port = () => listeningPort(server);
  try {
    await once(server.listen(options.port, options.host), 'listening');
  } catch (error) {
    journal.close();
    throw error;
  }
  backups.announce(server);
  // Such as no more file handles for the next connection.
  server.on('error', (error) => options.onFault(error, 'listener'));
  const purging = setInterval(() => {
    try {
      store.purge();
      guard.prune();
    } catch (error) {
      options.onFault(error, 'timer');
    }
  }, PURGE_EVERY_MS).unref();

  const sweeping = setInterval(() => sweepMedia().catch((error) => options.onFault(error, 'timer')), DAY_MS).unref();

  return {
    port: port(),
    key,
    gateway,
    async close() {
      clearInterval(purging);
      clearInterval(sweeping);
      server.close();
      await gateway.close();
      server.closeAllConnections();
      await backups.close();
      journal.close();
    },
  };
}

function routes(ports: HostPorts, guard: AddressLimits, isOwn: IsOwnOrigin): Record<string, Route> {
  const twoWay = (handler: Route['handler']): Route => ({ handler, returnResponse: true });
  const players = twoWay(guard.limited(playerHandler(ports)));
  const hosts = twoWay(hostHandler(ports));
  return {
    $connect: { handler: connectHandler(isOwn), returnResponse: false },
    $disconnect: { handler: disconnectHandler(ports), returnResponse: false },
    ...Object.fromEntries(Object.keys(ACTIONS.host).map((action) => [action, hosts])),
    ...Object.fromEntries(Object.keys(ACTIONS.player).map((action) => [action, players])),
    $default: players,
  };
}
