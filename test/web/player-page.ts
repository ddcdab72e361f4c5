// A player's page in a fake browser, with a fake server.
import { creditOf } from '../../game/quiz/questions/asked.ts';
import { createPlayerModel } from '../../web/player/player-model.ts';
import type { FakeOptions } from '../support/fake-environment.ts';
import { FakeServer } from './fake-server.ts';

/** A page, and a server that it can reach. */
export function page(options: FakeOptions = {}, server = new FakeServer()) {
  const environment = server.browser({ path: '/123456', ...options });
  const seat = createPlayerModel(creditOf, environment);
  const now = () => ({ status: seat.status.value, name: seat.you.value?.name, phase: seat.room.value?.phase });
  return { server, environment, seat, now };
}

/** A page whose player has joined. */
export async function joined(options: FakeOptions = {}) {
  const all = page(options);
  all.seat.join('123 456', 'Ann');
  await all.environment.pass(1000);
  return all;
}

/** A page with question 0 open. */
export async function asked(options: FakeOptions = {}) {
  const all = await joined(options);
  all.server.ask(0);
  all.server.tell();
  await all.environment.pass(6000);
  return all;
}
