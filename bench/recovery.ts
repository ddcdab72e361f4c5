// The worst that can happen to a server, with everybody connected: it is killed, and started again.
import { setTimeout as pause } from 'node:timers/promises';
import { type Spread, spreadOf } from './figures.ts';
import { openHost, type Setup } from './setup.ts';

export interface Recovery {
  /** From the kill until the new process listens, ms. */
  listening: number;
  /** From the kill until the players are back in their seats, ms; they come with full jitter, as the pages do. */
  seated: Spread;
  /** Of all answers acknowledged in the game, those that the new process does not know. */
  forgotten: number;
}

/** Kills the server and waits for all to be back; the setup's host is then a new line. */
export async function recover(setup: Setup, answersEach: number): Promise<Recovery> {
  const { phones, server, address } = setup;
  const size = phones.players.length;
  const before = phones.lost.length;
  const killed = performance.now();
  await server!.restart();
  const listening = performance.now() - killed;
  while (phones.lost.length < before + size) await pause(10);
  const back = await Promise.all(phones.lost.splice(before));
  setup.host = await openHost(address, setup.host.id);
  return { listening, seated: spreadOf(back, killed), forgotten: size * answersEach - (await answersKept(setup)) };
}

/** How many answers the host's results have. */
async function answersKept({ host }: Setup): Promise<number> {
  const { players } = await host.results();
  return players.flatMap(({ answers }) => answers.filter(({ words }) => words)).length;
}
