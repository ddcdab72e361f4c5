import { choice } from './choice.tsx';
import type { KindPages } from './kind.ts';

/** A choice between two words of the page's own, which `options.ts` knows. */
export const trueFalse: KindPages = choice;
