/** What joining needs to know of a room. */
export interface FoundRoom {
  id: string;
  shards: number;
  locked: boolean;
  /** The room's owner, from which its colours follow, where joining takes a second step. */
  colourOwner?: string | undefined;
  /** All that belongs to a room goes with it, epoch ms. */
  expiresAt: number;
}
