// Sends random requests and frames.
import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import { seeded } from '../support/fake-environment.ts';
import { anyBytes, anyFrame } from './frames.ts';
import { rawRequest } from './requests.ts';
import { anyUpload } from './uploads.ts';

export interface FuzzPlan {
  port: number;
  seed: number;
  /** Requests plus frames. */
  count: number;
  paths: readonly string[];
  onProgress?: (done: number) => void;
}

const AT_ONCE = 16;
/** Incomplete requests never get an answer. */
const TIMEOUT_MS = 300;
const FRAMES_EACH = 20;

const UPGRADE =
  'GET /socket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

function over(socket: Socket): Promise<void> {
  socket.on('error', () => {});
  socket.setTimeout(TIMEOUT_MS, () => socket.destroy());
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

async function oneRequest(port: number, random: () => number, paths: readonly string[]): Promise<void> {
  const { parts, leaves } = random() < 0.2 ? anyUpload(random) : rawRequest(random, paths);
  const socket = connect(port, '127.0.0.1');
  const closed = over(socket);
  for (const part of parts) socket.write(part);
  if (leaves) socket.write('', () => socket.destroy());
  else socket.once('data', () => socket.destroy());
  await closed;
}

async function rawFrames(port: number, random: () => number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  const closed = over(socket);
  socket.write(UPGRADE);
  socket.once('data', () => {
    for (let i = 0; i < 5; i++) socket.write(anyBytes(random));
    if (random() < 0.5) socket.end();
  });
  await closed;
}

async function frames(port: number, random: () => number): Promise<void> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`);
  socket.on('error', () => {});
  await new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
    socket.once('open', () => {
      for (let i = 0; i < FRAMES_EACH; i++) socket.send(anyFrame(random), { binary: random() < 0.02 });
      if (random() < 0.3) socket.terminate();
      else socket.close();
    });
  });
}

/** @throws when the server is down */
export async function fuzz({ port, seed, count, paths, onProgress = () => {} }: FuzzPlan): Promise<void> {
  let begun = 0;
  let done = 0;
  async function worker(): Promise<void> {
    while (begun < count) {
      const random = seeded(seed + begun);
      const sort = random();
      const weight = sort < 0.75 ? 1 : sort < 0.85 ? 5 : FRAMES_EACH;
      begun += weight;
      if (weight === 1) await oneRequest(port, random, paths);
      else if (weight === 5) await rawFrames(port, random);
      else await frames(port, random);
      done += weight;
      onProgress(Math.min(done, count));
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const alive = await fetch(`http://127.0.0.1:${port}/host`);
  if (alive.status !== 200) throw new Error(`the server answers ${alive.status}`);
}
