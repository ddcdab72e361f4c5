// Clients of the bare ws server.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { type Child, startChild } from './child-process.ts';
import { onceParsed } from './once-parsed.ts';
import { AT_ONCE } from './players.ts';
import { atRate, receiptsOf } from './receipts.ts';

const TIMEOUT_MS = 30_000;

export interface Baseline {
  child: Child;
  rate: number;
  /** Broadcasts the bytes; returns the ticks of start and receipts. */
  loop(bytes: string): Promise<{ from: number; ticks: number[] }>;
  echo(texts: readonly string[]): Promise<{ from: number; ticks: number[] }>;
  close(): Promise<void>;
}

export async function baselinePlayers(size: number): Promise<Baseline> {
  const child = await startChild('./baseline-server.ts');
  const parsed = onceParsed();
  const url = `ws://127.0.0.1:${child.ready.port}`;
  let received = (_number: number, _at: number) => {};
  async function dial(path: string, number: number): Promise<WebSocket> {
    const socket = new WebSocket(url + path, { perMessageDeflate: false });
    socket.on('message', (data: Buffer) => {
      const at = performance.now();
      parsed(data);
      received(number, at);
    });
    await once(socket, 'open');
    return socket;
  }
  const click = await dial('/click', -1);
  const sockets: WebSocket[] = [];
  const numbers = Array.from({ length: size }, (_, number) => number);
  const rate = await atRate(numbers, AT_ONCE, async (number) => {
    sockets[number] = await dial('/', number);
  });

  async function round(begin: () => void) {
    const all = receiptsOf(size, TIMEOUT_MS);
    received = all.received;
    const from = performance.now();
    begin();
    return { from, ticks: [...(await all.all).values()] };
  }
  return {
    child,
    rate,
    async loop(bytes) {
      child.say({ bytes });
      // Wait: the click must not overtake the bytes.
      await child.usage();
      return round(() => click.send('now'));
    },
    echo: (texts) => round(() => texts.forEach((text, i) => void sockets[i]!.send(text))),
    async close() {
      for (const socket of [click, ...sockets]) socket.terminate();
      await child.kill();
    },
  };
}
