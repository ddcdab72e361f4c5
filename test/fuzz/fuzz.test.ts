import { afterAll, beforeAll, expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';
import { type FuzzedServer, PATHS, startFuzzedServer } from './server.ts';

let server: FuzzedServer;
beforeAll(async () => {
  server = await startFuzzedServer();
});
afterAll(() => server.close());

test('no request and no frame ends the server, makes it grow, or is noticed by a game beside it', {
  timeout: 240_000,
}, async () => {
  const flood = (seed: number, count: number) => fuzz({ port: server.port, seed, count, paths: PATHS });
  // Warm-up.
  await flood(1, 2000);
  const before = await server.heap();
  let fuzzing = true;
  const games = async () => {
    const answered: number[] = [];
    while (fuzzing) answered.push(await server.playGame());
    return answered;
  };
  const playing = games();
  await flood(100_000, 6000);
  fuzzing = false;
  expect(new Set(await playing)).toEqual(new Set([3]));
  expect(server.ended).toBe(null);
  expect((await server.heap()) - before).toBeLessThan(5e6);
});
