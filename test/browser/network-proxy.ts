import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** A proxy per phone, so each network fails alone. */
export interface Detour {
  port: number;
  /** Breaks open connections and refuses new ones. */
  cut(): void;
  mend(): void;
  close(): void;
}

export async function detour(target: number): Promise<Detour> {
  const open = new Set<Socket>();
  let whole = true;
  const server = createServer((phone) => {
    if (!whole) return void phone.destroy();
    const far = connect(target, '127.0.0.1');
    for (const [one, other] of [
      [phone, far],
      [far, phone],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => {});
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const breakAll = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      whole = false;
      breakAll();
    },
    mend() {
      whole = true;
    },
    close() {
      server.close();
      breakAll();
    },
  };
}
