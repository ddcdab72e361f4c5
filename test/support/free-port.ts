import { once } from 'node:events';
import { createServer } from 'node:http';
import { listeningPort } from '../../local/gateway/listening-port.ts';

/** For a program that does not tell which port it has taken. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const port = listeningPort(server);
  await once(server.close(), 'close');
  return port;
}
