import type { Quiz } from '../../game/quiz/quiz.ts';
import type { Result } from '../../game/refusals.ts';
import type { Room, RoomChange } from '../../game/room/room.ts';
import type { Speaker } from './sockets.ts';

/** What joining needs to know of a room. */
export interface FoundRoom {
  id: string;
  shards: number;
  locked: boolean;
  /** With two-step join: the owner, from which the colours follow. */
  colourOwner?: string | undefined;
  /** Epoch ms; everything that belongs to the room expires with it. */
  expiresAt: number;
}

/** Rooms. Every read is strongly consistent. */
export interface RoomStore {
  /** Open rooms of a host, newest first. */
  roomsOf(key: string): Promise<Room[]>;
  /** Opens a room and takes its PIN. Without success nothing is left behind. */
  openRoom(room: Room, quiz: Quiz): Promise<'opened' | 'pinTaken' | 'idTaken'>;
  /** Undefined when missing or expired. */
  room(id: string): Promise<Room | undefined>;
  /** The open room with this PIN: one read. */
  findRoom(pin: string): Promise<FoundRoom | undefined>;
  quiz(room: string): Promise<Quiz | undefined>;
  /**
   * Conditional write: applies the change if the room is still at `version`, and raises it by one.
   * A repeated change id returns the room unchanged. A change to `closed` frees the PIN.
   * @returns the room after the change; `conflict` when another change came first
   */
  changeRoom(id: string, version: number, change: RoomChange, changeId: string, at: number): Promise<Result<Room, 'conflict'>>;
  /** Bookkeeping without a new version. `told` only rises. */
  updateRoomMeta(id: string, facts: { told?: number; players?: number }): Promise<void>;
  /** Makes this connection the host's, unless a newer one is. Returns the one it replaced. */
  claimHost(id: string, by: Speaker): Promise<Result<{ replaced: string | undefined }, 'hostTaken'>>;
}
