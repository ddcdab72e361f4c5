// A new kind is a row here, and one in on-projector.ts.
import { signal } from '@preact/signals-core';
import type { Asked, KindName } from '../../game/quiz/questions/index.ts';
import { later } from '../browser/environment.ts';
import type { KindOnPhone } from './kind.ts';
import { optionsOnPhone, pollOnPhone } from './options-on-phone.tsx';

type Rows = { [N in KindName]?: KindOnPhone<N> | undefined };

/** The others are bundles of their own: data attributes of the page name them. */
const rows = signal<Rows>({
  choice: optionsOnPhone,
  several: optionsOnPhone,
  'true-false': optionsOnPhone,
  poll: pollOnPhone,
});

/** Undefined while it is loading. */
export const onPhone = <N extends KindName>(kind: N): Rows[N] => rows.value[kind];

/** As the server grades it. */
export function creditOf<N extends KindName>(asked: Asked<N>, text: string): number | 'unknown' | undefined {
  const row = onPhone(asked.kind);
  return row ? row.credit?.(asked, text) : 'unknown';
}

const RETRY_MS = 2000;

/** Fetches what these kinds need, until it is there. */
export function loadKinds(kinds: readonly KindName[]) {
  for (const kind of kinds) if (!(kind in rows.peek())) load(kind);
}

export function addKind<N extends KindName>(kind: N, row: KindOnPhone<N> | undefined) {
  rows.value = { ...rows.peek(), [kind]: row };
}

async function load(kind: KindName, tries = 0) {
  addKind(kind, undefined);
  try {
    // Browsers may remember a failure by its address.
    const address = `./${document.documentElement.dataset[kind]}?${tries}`;
    addKind(kind, (await import(address)).row);
  } catch {
    later(RETRY_MS, () => load(kind, tries + 1));
  }
}
