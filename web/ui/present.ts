import type { ReadonlySignal } from '@preact/signals-core';
import type { RoomView } from '../../game/wire/views.ts';

/** What the caller knows to be there. @throws when it is not */
export function present<T>(value: T | null | undefined): T {
  if (value == null) throw new Error();
  return value;
}

interface InRoom {
  room: ReadonlySignal<RoomView | undefined>;
}

/** For what is shown in a room only. */
export const roomOf = ({ room }: InRoom) => present(room.value);
/** For what is shown in a question only. */
export const roundOf = (model: InRoom) => present(roomOf(model).turn);
