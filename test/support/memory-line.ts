// WebSockets in this process: real ws code, no network.
import type { Server } from 'node:http';
import { Duplex } from 'node:stream';
import { WebSocket } from 'ws';

/** Time must not pass until both rest. */
export const traffic = { writes: 0, pending: 0 };

/** One end of a pair; what is written here is read there, and an end of one ends the other. */
class End extends Duplex {
  peer: End | undefined;
  override _read() {}
  override _write(chunk: Buffer, _encoding: string, done: () => void) {
    traffic.writes++;
    this.peer?.push(chunk);
    done();
  }
  override _final(done: () => void) {
    this.peer?.push(null);
    done();
  }
  override _destroy(error: Error | null, done: (error: Error | null) => void) {
    const { peer } = this;
    this.peer = undefined;
    if (peer && !peer.destroyed) process.nextTick(() => peer.destroy());
    done(error);
  }
}

/** Opens a WebSocket to a server that need not listen. */
export const memoryConnector =
  (server: Server) =>
  (url: string): WebSocket => {
    const [here, there] = [new End(), new End()];
    here.peer = there;
    there.peer = here;
    server.emit('connection', there);
    return new WebSocket(url, { createConnection: () => here as never });
  };
