// Kills and restarts the server in a full room.
import { setTimeout as pause } from 'node:timers/promises';
import { type Spread, spreadOf } from './figures.ts';
import { openHost, type Setup } from './setup.ts';

export interface Recovery {
  /** Until the new process listens, ms. */
  listening: number;
  /** Until players are back, ms; reconnects use full jitter. */
  seated: Spread;
  /** Acknowledged answers the new process lost. */
  forgotten: number;
}

/** Replaces the setup's host connection. */
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

async function answersKept({ host }: Setup): Promise<number> {
  const { players } = await host.results();
  return players.flatMap(({ answers }) => answers.filter(({ words }) => words)).length;
}
