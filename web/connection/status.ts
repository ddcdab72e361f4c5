import type { RefusalCode } from '../../game/refusals.ts';

/** `connecting`: for the first time; `lost` heals itself. Shown after 300 ms. */
export type ConnectionStatus = 'connecting' | 'open' | 'lost';

/** A refusal to show, by its code. */
export interface RefusalNotice {
  code: RefusalCode;
  suggestion?: string | undefined;
}
