import type { BroughtFile, DroppedFile, RefusedFile } from '../../../ui/bringing-model.ts';

export interface Reader {
  /** Rejects when it is stopped, or the file ends its worker. */
  read(file: DroppedFile): Promise<BroughtFile | RefusedFile>;
  stop(): void;
}

/** @param script of the worker; without it the page itself reads */
export function createReader(script: string | undefined): Reader {
  let stopped = () => {};
  let worker: Worker | undefined;
  return {
    read(file) {
      if (!script || typeof Worker === 'undefined') return import('./read-file.ts').then(({ readFile }) => readFile(file));
      const own = worker ?? new Worker(script, { type: 'module' });
      worker = own;
      return new Promise((resolve, reject) => {
        stopped = () => reject(new Error('stopped'));
        own.onmessage = ({ data }: MessageEvent<BroughtFile | RefusedFile>) => resolve(data);
        own.onerror = (event) => {
          worker = undefined;
          own.terminate();
          reject(new Error(event.message));
        };
        own.postMessage(file);
      });
    },
    stop() {
      worker?.terminate();
      worker = undefined;
      stopped();
    },
  };
}
