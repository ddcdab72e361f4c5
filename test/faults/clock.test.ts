// Questions open at one instant on all clocks.
import { effect } from '@preact/signals-core';
import { expect, test } from 'vitest';
import { creditOf } from '../../game/quiz/questions/asked.ts';
import { parseQuiz } from '../../game/quiz/quiz.ts';
import { createPlayerModel } from '../../web/player/player-model.ts';
import { seeded } from '../support/fake-environment.ts';
import { pageEnvironment, type Transfer } from '../support/page-environment.ts';
import { inVirtualTime } from '../support/virtual-time.ts';
import { startFaultlessServer } from './faultless-server.ts';

const HOUR = 3_600_000;
const DELAY_MS = 300;
const WITHIN_MS = 50;

const random = seeded(1);

/** Random delay; keeps order, as TCP does. */
function slow(): Transfer {
  let last = 0;
  return (pass) => {
    last = Math.max(last, performance.now() + random() * DELAY_MS);
    setTimeout(pass, last - performance.now());
  };
}

const DEVICES = [
  ...Array.from({ length: 12 }, (_, i) => ({ name: `slow ${i}`, wrongBy: (i - 6) * HOUR, up: slow(), down: slow() })),
  { name: 'yesterday', wrongBy: -24 * HOUR },
  { name: 'tomorrow', wrongBy: 24 * HOUR },
];

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

test('options open and close within 50 ms of the server on every device', { timeout: 240_000 }, () => inVirtualTime(play));

async function play() {
  const parsed = parseQuiz({
    title: 'T',
    language: 'en',
    questions: [{ kind: 'true-false', text: 'One?', right: true, seconds: 5, reading: 5 }],
  });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  const server = await startFaultlessServer(parsed.quiz);
  const host = await server.connect();
  const { key } = server;
  const { id, room } = await host.ask('stage', 'open', { key, quiz: 'quiz' });

  const seen = new Map<string, { open?: number; closing?: number }>();
  const models = DEVICES.map(({ name, ...line }) => {
    const model = createPlayerModel(creditOf, pageEnvironment({ ...server.line, pin: room!.pin, random, ...line }));
    model.join(room!.pin, name);
    effect(() => {
      const part = model.questionPhase.value;
      if (part === 'open' || part === 'closing') seen.set(name, { ...seen.get(name), [part]: Date.now() });
    });
    return model;
  });
  // Slow lines need about 20 clock samples.
  await pause(20_000);
  expect(models.map(({ status }) => status.value)).toEqual(models.map(() => 'in'));
  const started = await host.ask('stage', 'move', { key, room: id, version: room!.version, move: 'start' });
  const { opensAt, closesAt } = started.room!.turn!;
  await pause(closesAt - Date.now() + 1000);

  const off = DEVICES.map(({ name }) => ({
    name,
    open: (seen.get(name)?.open ?? 0) - opensAt,
    close: (seen.get(name)?.closing ?? 0) - closesAt,
  }));
  expect(off.filter(({ open, close }) => Math.abs(open) > WITHIN_MS || Math.abs(close) > WITHIN_MS)).toEqual([]);

  for (const model of models) model.leave();
  host.close();
  await server.close();
}
