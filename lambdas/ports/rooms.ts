import type { Quiz, QuizPart } from '../../game/quiz/quiz.ts';
import type { Result } from '../../game/refusals.ts';
import type { Room, RoomChange } from '../../game/room/room.ts';
import type { Speaker } from './sockets.ts';

export interface FoundRoom {
  id: string;
  shards: number;
  locked: boolean;
  /** Two-step join: the colours follow from it. */
  colourOwner?: string | undefined;
  /** Epoch ms; the room's items expire with it. */
  expiresAt: number;
}

/** `announced`: the delivery then needs the new version. */
export type AnnouncedChange = RoomChange & { announced?: boolean };

/** Every read is strongly consistent. */
export interface RoomStore {
  /** Open ones, newest first. */
  roomsOf(key: string): Promise<Room[]>;
  /** Takes the PIN; a failure leaves nothing behind. */
  openRoom(room: Room, quiz: Quiz): Promise<'opened' | 'pinTaken' | 'idTaken'>;
  /** Undefined when missing or expired. */
  room(id: string): Promise<Room | undefined>;
  findRoom(pin: string): Promise<FoundRoom | undefined>;
  /** By number, both ends included. */
  questions(room: Room, from: number, to: number): Promise<QuizPart>;
  /**
   * Applies the change at `version`; repeating `changeId` changes nothing.
   * A change to `closed` frees the PIN.
   * @returns the room, or `conflict` after another change
   */
  changeRoom(
    id: string,
    version: number,
    change: AnnouncedChange,
    changeId: string,
    at: number,
  ): Promise<Result<Room, 'conflict'>>;
  /** That version is announced to all: only rises, and keeps the room's version, as `countPlayers` does. */
  delivered(id: string, version: number): Promise<void>;
  countPlayers(id: string, players: number): Promise<void>;
  /**
   * The newest connection hosts; an older one is refused.
   * @returns the connection that hosted before, never the caller's own
   */
  claimHost(id: string, by: Speaker): Promise<Result<{ replaced: string | undefined }, 'hostTaken'>>;
}
