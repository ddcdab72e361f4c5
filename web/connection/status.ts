import type { RefusalCode } from '../../game/refusals.ts';

/** `connecting`: for the first time; `lost` heals itself; `refused`: of this origin; `outdated`: the server speaks another protocol. Shown after 300 ms. */
export type ConnectionStatus = 'connecting' | 'open' | 'lost' | 'refused' | 'outdated';

export interface RefusalNotice {
  code: RefusalCode;
  suggestion?: string | undefined;
}
