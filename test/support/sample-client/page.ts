/** What a client asks of the page around it. */
export interface Page {
  /** What outlives a reload. */
  storage: Map<string, string>;
  reload(): void;
  /** From 0 to 1; default: `Math.random`. */
  random?: (() => number) | undefined;
}

const RELOADED = 'reloaded';

/** The server speaks another protocol (PROTOCOL 1). @returns whether it did so before the page was reloaded, too */
export function reloadOnce({ storage, reload }: Page): boolean {
  if (storage.has(RELOADED)) return true;
  storage.set(RELOADED, 'yes');
  reload();
  return false;
}

export const forgetReload = ({ storage }: Page) => storage.delete(RELOADED);
