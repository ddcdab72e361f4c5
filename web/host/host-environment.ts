import { type BrowserEnvironment, browserEnvironment } from '../browser/environment.ts';
import { workerTimers } from '../browser/worker-timers.ts';

/** Timers go on while another tab is in front. */
export const hostEnvironment = (): BrowserEnvironment => ({
  ...browserEnvironment(),
  later: workerTimers(document.documentElement.dataset.ticks),
});
