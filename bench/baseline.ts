// The same number of sockets to the bare loop, received by the same means: what the round trip costs when nothing is done in it.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { type Child, startChild } from './child-process.ts';
import { AT_ONCE } from './players.ts';
import { atRate, receiptsOf } from './receipts.ts';

const PATIENCE_MS = 30_000;

export interface Baseline {
  child: Child;
  /** Handshakes a second. */
  rate: number;
  /** One click, and the same bytes to all: the tick of the click, and those of the receipts. */
  loop(bytes: string): Promise<{ from: number; ticks: number[] }>;
  /** Each says a text and hears it back. */
  echo(texts: readonly string[]): Promise<{ from: number; ticks: number[] }>;
  close(): Promise<void>;
}

/** Starts the bare server, and connects so many sockets to it. */
export async function baselinePlayers(size: number): Promise<Baseline> {
  const child = await startChild('./baseline-server.ts');
  const url = `ws://127.0.0.1:${child.ready.port}`;
  let came = (_number: number, _at: number) => {};
  async function dial(path: string, number: number): Promise<WebSocket> {
    const socket = new WebSocket(url + path, { perMessageDeflate: false });
    socket.on('message', (data) => {
      const at = performance.now();
      // As a player has to.
      JSON.parse(data.toString());
      came(number, at);
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
    const all = receiptsOf(size, PATIENCE_MS);
    came = all.came;
    const from = performance.now();
    begin();
    return { from, ticks: [...(await all.all).values()] };
  }
  return {
    child,
    rate,
    async loop(bytes) {
      child.say({ bytes });
      // It goes another way than the click, which must not overtake it.
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
