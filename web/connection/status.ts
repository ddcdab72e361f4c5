import type { RefusalCode } from '../../game/refusals.ts';

/** `connecting`: for the first time; `lost` heals itself; `refused`: of this origin. Shown after 300 ms. */
export type ConnectionStatus = 'connecting' | 'open' | 'lost' | 'refused';

export interface RefusalNotice {
  code: RefusalCode;
  suggestion?: string | undefined;
}
