import { effect, signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { RoomView } from '../../game/views.ts';
import { createClock } from '../../web/clock.ts';
import { createParts } from '../../web/parts.ts';
import { type FakeWorld, fakeWorld, serverTime } from './fake-world.ts';

const HOUR = 3600_000;

function asked(world: FakeWorld): RoomView {
  const at = serverTime(world);
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
function watch(world: FakeWorld, synchronised: boolean) {
  const clock = createClock(world);
  const room = signal<RoomView | undefined>();
  const add = () => {
    const sent = world.instant();
    clock.add({ sent, received: sent, t1: serverTime(world), t2: serverTime(world) });
  };
  if (synchronised) add();
  const seen: [string | undefined, number][] = [];
  const part = createParts(room, clock, world);
  const start = world.time;
  effect(() => void seen.push([part.value, world.time - start]));
  return { room, seen, add, clock };
}

test('each part begins within 5 ms of its instant, on a device whose date is hours off', async () => {
  const world = fakeWorld({ wrong: 3 * HOUR });
  const { room, seen } = watch(world, true);
  room.value = asked(world);
  await world.pass(40_000);
  const due = [0, 0, 3000, 8000, 28_000];
  expect({ parts: seen.map(([part]) => part), close: seen.every(([, at], i) => Math.abs(at - due[i]!) <= 5) }).toEqual({
    parts: [undefined, 'ready', 'reading', 'open', 'closing'],
    close: true,
  });
});

test('a better estimate moves the instants that are still to come', async () => {
  const world = fakeWorld({ wrong: -HOUR });
  const { room, seen, add } = watch(world, false);
  room.value = asked(world);
  await world.pass(4000);
  add();
  await world.pass(5000);
  expect(seen.map(([part, at]) => [part, Math.round(at / 10) * 10])).toEqual([
    [undefined, 0],
    ['ready', 0],
    ['reading', 4000],
    ['open', 8000],
  ]);
});

test('a device whose clock is set while the question is read does not open it before it knows the time again', async () => {
  const world = fakeWorld();
  const { room, seen, add, clock } = watch(world, true);
  room.value = asked(world);
  await world.pass(4000);
  const { instant } = world;
  world.instant = () => ({ ...instant(), date: instant().date + 3600 });
  await world.pass(2500);
  // As the page does, to draw the time that is left.
  clock.now();
  await world.pass(1000);
  add();
  await world.pass(5000);
  expect(seen.map(([part, at]) => [part, Math.round(at / 10) * 10])).toEqual([
    [undefined, 0],
    ['ready', 0],
    ['reading', 3000],
    ['open', 8000],
  ]);
});

test('outside the question phase there is no part', async () => {
  const world = fakeWorld();
  const { room, seen } = watch(world, true);
  room.value = asked(world);
  await world.pass(10_000);
  room.value = { ...asked(world), version: 3, phase: 'reveal' };
  await world.pass(60_000);
  expect(seen.map(([part]) => part)).toEqual([undefined, 'ready', 'reading', 'open', undefined]);
});
