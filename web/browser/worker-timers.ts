import { type BrowserEnvironment, later } from './environment.ts';

export function workerTimers(script: string | undefined): BrowserEnvironment['later'] {
  if (!script || typeof Worker === 'undefined') return later;
  const due = new Map<number, () => void>();
  let count = 0;
  let broken = false;
  const fire = (id: number) => {
    const run = due.get(id);
    due.delete(id);
    run?.();
  };
  const worker = new Worker(script);
  worker.onmessage = ({ data }) => fire(data);
  worker.onerror = () => {
    broken = true;
    for (const id of [...due.keys()]) fire(id);
  };
  return (ms, run) => {
    if (broken) return later(ms, run);
    const id = count++;
    due.set(id, run);
    worker.postMessage([id, ms]);
    return () => due.delete(id);
  };
}
