import type { RoomView } from '../../game/wire/views.ts';
import type { FaultPlan } from './fault-plan.ts';
import type { FaultyLine } from './faulty-line.ts';

/** Somebody who plays under faults, by whatever client. */
export interface FaultyPlayer extends Pick<FaultyLine, 'frames' | 'acknowledged' | 'secrets' | 'cut'> {
  name: string;
  /** @throws unless this is the room that it shows */
  checkRoom(room: RoomView): void;
  /** As shown. */
  standing(): { points: number; rank: number } | undefined;
  isIn(): boolean;
  /** Outside after having been in. */
  isForgotten(): boolean;
  isOver(): boolean;
  /** Shows the room at this version, and how its player stands then. */
  isSettledAt(version: number): boolean;
  /** For whoever looks into a game that is stuck. */
  seen(): string;
  /** The device's clock is set. */
  jump(): void;
  leave(): void;
}

/** What a player taps, and how many ms after the opening. */
export function tapOf(plan: FaultPlan) {
  const chance = plan.chance('moods');
  return { value: (turn: number) => String(1 + ((turn + Math.floor(chance * 3)) % 3)), after: 50 + chance * 1500 };
}
