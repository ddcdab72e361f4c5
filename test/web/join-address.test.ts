import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import { createJoinAddress } from '../../web/host/lobby/join-address.ts';

const memoryOf = () => {
  const kept = new Map<string, string>();
  return {
    address: (network: string) => kept.get(network),
    keepAddress: (network: string, address: string) => void kept.set(network, address),
  };
};

const HOME = ['192.168.1.5:4000', '10.0.0.7:4000'];

test('phones are sent where the host came from, or to the server’s address where only this machine understands that', () => {
  const shown = (host: string, found: string[]) => createJoinAddress(host, signal(found), memoryOf()).address.value;
  expect(shown('localhost:4000', HOME)).toBe('192.168.1.5:4000');
  expect(shown('[::1]:4000', HOME)).toBe('192.168.1.5:4000');
  expect(shown('quiz.example', HOME)).toBe('quiz.example');
  expect(shown('10.0.0.7:4000', HOME)).toBe('10.0.0.7:4000');
  expect(shown('localhost:4000', [])).toBe('localhost:4000');
});

test('another address is chosen by hand, and remembered for this network only', () => {
  const memory = memoryOf();
  const page = (found: string[]) => createJoinAddress('localhost:4000', signal(found), memory);
  const first = page(HOME);
  first.next.value?.();
  expect([first.address.value, page(HOME.toReversed()).address.value]).toEqual([HOME[1], HOME[1]]);
  expect(page(['172.16.0.9:4000']).address.value).toBe('172.16.0.9:4000');
  first.next.value?.();
  expect([first.address.value, page(HOME).address.value]).toEqual([HOME[0], HOME[0]]);
});

test('with one address there is nothing to choose', () => {
  expect(
    [[], ['a'], ['a', 'b']].map((found) => createJoinAddress('localhost', signal(found), memoryOf()).next.value !== undefined),
  ).toEqual([false, false, true]);
});
