import type { BrowserEnvironment } from './environment.ts';

type Stored = NonNullable<BrowserEnvironment['storage']>;

/** In memory where storage is blocked. */
export function safeStorage({ storage = emptyStore() }: Pick<BrowserEnvironment, 'storage'>) {
  return {
    all: () => Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? ''),
    get: (key: string) => storage.getItem(key) ?? undefined,
    keep(key: string, value: string | undefined) {
      try {
        if (value === undefined) storage.removeItem(key);
        else storage.setItem(key, value);
      } catch {
        // Full or blocked: a reload will ask again.
      }
    },
  };
}

function emptyStore(): Stored {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}
