// Child process: floods a server from a second address.
// Arguments: flood, port, PIN.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Flood } from './floods.ts';

const FROM = '127.0.0.2';
const MOST_MS = 30_000;
const STEP_MS = 10;

const [sort, port, pin] = process.argv.slice(2) as [Flood, string, string];
const token = () => randomBytes(16).toString('base64url');
let said = 0;

function line(): { say(text: string): void } {
  let socket: WebSocket;
  const open = () => {
    socket = new WebSocket(`ws://127.0.0.1:${port}/socket`, { localAddress: FROM, perMessageDeflate: false });
    socket.on('error', () => {});
    socket.on('close', () => setTimeout(open, 100));
  };
  open();
  return {
    say(text) {
      if (socket.readyState !== WebSocket.OPEN) return;
      socket.send(text);
      said++;
    },
  };
}

async function frames(perSecond: number, lines: number, frame: (n: number) => object): Promise<void> {
  const all = Array.from({ length: lines }, line);
  const began = performance.now();
  for (let n = 0; ; await pause(STEP_MS)) {
    const due = ((performance.now() - began) / 1000) * perSecond;
    for (; n < due; n++) all[n % lines]!.say(JSON.stringify({ id: `f${n}`, ...frame(n) }));
  }
}

const joining = (name: string, as: string) => ({ action: 'join', pin: as, name, seat: token(), secret: token() });
const wrongPin = () => String(100_000 + Math.floor(Math.random() * 900_000));
const LONG = '𝓐'.repeat(6000);

const FLOODS: Record<Flood, () => Promise<void>> = {
  frames: () => frames(10_000, 1, () => ({ action: 'clock' })),
  joins: () => frames(5000, 100, (n) => joining(`Bot ${n}`, pin)),
  PINs: () => frames(1000, 10, (n) => joining(`Guess ${n}`, wrongPin())),
  names: () => frames(1000, 20, () => joining(LONG, pin)),
  async handshakes() {
    for (let i = 0; i < 10_000; i++) {
      const socket = connect({ port: Number(port), host: '127.0.0.1', localAddress: FROM });
      socket.on('error', () => {});
      said++;
      // Half stay silent, half send slowly (Slowloris).
      if (i % 2) {
        socket.write('GET /socket HTTP/1.1\r\nHost: x\r\n');
        const letter = setInterval(() => socket.write('X'), 1000);
        socket.on('close', () => clearInterval(letter));
      }
      if (i % 50 === 0) await pause(STEP_MS);
    }
  },
};

void FLOODS[sort]();
process.on('message', () => process.send!({ said }));
process.on('disconnect', () => process.exit());
setTimeout(() => process.exit(), MOST_MS);
process.send!({ port: Number(port), key: '' });
