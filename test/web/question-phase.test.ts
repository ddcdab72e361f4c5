import { effect, signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import type { RoomView } from '../../game/wire/views.ts';
import { createClock } from '../../web/clock/clock.ts';
import { createQuestionPhase } from '../../web/clock/question-phase.ts';
import { type FakeEnvironment, fakeEnvironment, serverTime } from '../support/fake-environment.ts';

const HOUR = 3600_000;

function asked(environment: FakeEnvironment): RoomView {
  const at = serverTime(environment);
  const turn = {
    number: 0,
    announcedAt: at,
    showsAt: at + 3000,
    opensAt: at + 8000,
    closesAt: at + 28_000,
    sealsAt: at + 29_000,
  };
  const view = { version: 2, phase: 'question', pin: '123456', title: 'Seas', language: 'en', number: 1, of: 3, firstTurn: 0 };
  return { ...view, players: 2, locked: false, turn: { ...turn, seconds: 20, points: 1000 } } as RoomView;
}

/** The parts with the true instants at which they began. */
function watch(environment: FakeEnvironment, synchronised: boolean) {
  const clock = createClock(environment);
  const room = signal<RoomView | undefined>();
  const add = () => {
    const sent = environment.instant();
    clock.add({ sent, received: sent, t1: serverTime(environment), t2: serverTime(environment) });
  };
  if (synchronised) add();
  const seen: [string | undefined, number][] = [];
  const part = createQuestionPhase(room, clock, environment);
  const start = environment.time;
  effect(() => void seen.push([part.value, environment.time - start]));
  return { room, seen, add, clock };
}

test('each part of a question begins within 5 ms of its instant, on a device whose date is hours off', async () => {
  const environment = fakeEnvironment({ wrong: 3 * HOUR });
  const { room, seen } = watch(environment, true);
  room.value = asked(environment);
  await environment.pass(40_000);
  const due = [0, 0, 3000, 8000, 28_000];
  expect({ parts: seen.map(([part]) => part), close: seen.every(([, at], i) => Math.abs(at - due[i]!) <= 5) }).toEqual({
    parts: [undefined, 'ready', 'reading', 'open', 'closing'],
    close: true,
  });
});

test('a better estimate moves the instants that are still to come', async () => {
  const environment = fakeEnvironment({ wrong: -HOUR });
  const { room, seen, add } = watch(environment, false);
  room.value = asked(environment);
  await environment.pass(4000);
  add();
  await environment.pass(5000);
  expect(seen.map(([part, at]) => [part, Math.round(at / 10) * 10])).toEqual([
    [undefined, 0],
    ['ready', 0],
    ['reading', 4000],
    ['open', 8000],
  ]);
});

test('a device whose clock is set while the question is read does not open it before it knows the time again', async () => {
  const environment = fakeEnvironment();
  const { room, seen, add, clock } = watch(environment, true);
  room.value = asked(environment);
  await environment.pass(4000);
  const { instant } = environment;
  environment.instant = () => ({ ...instant(), date: instant().date + 3600 });
  await environment.pass(2500);
  // As the page does, to draw the time that is left.
  clock.now();
  await environment.pass(1000);
  add();
  await environment.pass(5000);
  expect(seen.map(([part, at]) => [part, Math.round(at / 10) * 10])).toEqual([
    [undefined, 0],
    ['ready', 0],
    ['reading', 3000],
    ['open', 8000],
  ]);
});

test('outside the question phase there is no phase within the question', async () => {
  const environment = fakeEnvironment();
  const { room, seen } = watch(environment, true);
  room.value = asked(environment);
  await environment.pass(10_000);
  room.value = { ...asked(environment), version: 3, phase: 'reveal' };
  await environment.pass(60_000);
  expect(seen.map(([part]) => part)).toEqual([undefined, 'ready', 'reading', 'open', undefined]);
});
