// What each kind of question looks like: a new kind is a file beside this one and a row here.
import type { KindName } from '../../game/questions/index.ts';
import { choice } from './choice.tsx';
import type { KindPages } from './kind.ts';
import { several } from './several.tsx';
import { trueFalse } from './true-false.tsx';

export const KINDS: Record<KindName, KindPages> = { choice, several, 'true-false': trueFalse };
