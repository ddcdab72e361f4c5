// Everybody's options open at the same instant of the server, and close with it: the page's own code, on clocks that are wrong by hours
// and lines that delay every frame by anything up to 300 ms, each frame by another time.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { effect } from '@preact/signals';
import { expect, test } from 'vitest';
import { parseQuiz } from '../../game/quiz/quiz.ts';
import { startServer } from '../../local/server.ts';
import { createPlayerModel } from '../../web/player/player-model.ts';
import { type Passage, pageEnvironment } from '../support/page-environment.ts';
import { connectClient } from '../support/protocol-client.ts';

const HOUR = 3_600_000;
const DELAY_MS = 300;
const WITHIN_MS = 50;

/** Delays by chance; what is sent later arrives later, as on one TCP connection. */
function slow(): Passage {
  let last = 0;
  return (pass) => {
    last = Math.max(last, performance.now() + Math.random() * DELAY_MS);
    setTimeout(pass, last - performance.now());
  };
}

const DEVICES = [
  ...Array.from({ length: 12 }, (_, i) => ({ name: `slow ${i}`, wrongBy: (i - 6) * HOUR, up: slow(), down: slow() })),
  { name: 'yesterday', wrongBy: -24 * HOUR },
  { name: 'tomorrow', wrongBy: 24 * HOUR },
];

test('options open and close within 50 ms of the server on every device', { timeout: 60_000 }, async () => {
  const parsed = parseQuiz({
    title: 'T',
    language: 'en',
    questions: [{ kind: 'true-false', text: 'One?', right: true, seconds: 5, reading: 5 }],
  });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  const directory = mkdtempSync(join(tmpdir(), 'quizcast-'));
  const quizzes = [{ id: 't', quiz: parsed.quiz, pictures: new Map<string, string>() }];
  const server = await startServer({
    port: 0,
    data: directory,
    pages: directory,
    quizzes,
    onFault: (error) => expect.fail(String(error)),
  });
  const host = await connectClient(`ws://127.0.0.1:${server.port}/socket`);
  const { key } = server;
  const { id, room } = await host.ask('stage', 'open', { key, quiz: 't' });

  const seen = new Map<string, { open?: number; closing?: number }>();
  const models = DEVICES.map(({ name, ...line }) => {
    const model = createPlayerModel(pageEnvironment({ port: server.port, pin: room!.pin, ...line }));
    model.join(room!.pin, name);
    effect(() => {
      const part = model.questionPhase.value;
      // The true time: the server runs on this machine's clock.
      if (part === 'open' || part === 'closing') seen.set(name, { ...seen.get(name), [part]: Date.now() });
    });
    return model;
  });
  await expect.poll(() => models.every(({ status }) => status.value === 'in'), { timeout: 10_000 }).toBe(true);
  // The slowest take some twenty samples in the lobby; nobody starts before people have settled.
  await new Promise((resolve) => setTimeout(resolve, 8000));
  const started = await host.ask('stage', 'move', { key, room: id, version: room!.version, move: 'start' });
  const { opensAt, closesAt } = started.room!.turn!;
  await expect.poll(() => [...seen.values()].filter(({ closing }) => closing).length, { timeout: 30_000 }).toBe(DEVICES.length);

  const off = DEVICES.map(({ name }) => ({
    name,
    open: seen.get(name)!.open! - opensAt,
    close: seen.get(name)!.closing! - closesAt,
  }));
  expect(off.filter(({ open, close }) => Math.abs(open) > WITHIN_MS || Math.abs(close) > WITHIN_MS)).toEqual([]);

  for (const model of models) model.leave();
  host.close();
  await server.close();
  rmSync(directory, { recursive: true });
});
