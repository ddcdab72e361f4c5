import type { RefusalCode } from '../../game/refusals.ts';

/** `connecting`: for the first time; `lost` heals itself. Shown after 300 ms. */
export type ConnectionStatus = 'connecting' | 'open' | 'lost';

export interface RefusalNotice {
  code: RefusalCode;
  suggestion?: string | undefined;
}
