import type { ShelfRoom } from '../../../game/wire/server-frames.ts';
import { host as words } from '../../words/en.ts';
import { Pin } from '../lobby/pin.tsx';

export function OpenRooms({ rooms, enter }: { rooms: readonly ShelfRoom[]; enter(room: string): void }) {
  return (
    <section class="rooms" aria-labelledby="rooms">
      <h2 id="rooms">{words.shelf.rooms}</h2>
      <p class="hint">{words.shelf.roomsHint}</p>
      <ul>
        {rooms.map((room) => (
          <li key={room.room}>
            <button type="button" class="room" onClick={() => enter(room.room)}>
              <span class="room-pin">
                <Pin pin={room.pin} />
              </span>
              <span class="room-title">{room.title}</span>
              <span class="room-state">
                {whereIs(room)} · {words.foot.players(words.number(room.players), room.players === 1)}
              </span>
              <span class="room-on">{words.shelf.goOn}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function whereIs({ phase, number, of }: ShelfRoom): string {
  if (phase === 'lobby') return words.shelf.lobby;
  return phase === 'podium' ? words.shelf.over : words.shelf.question(number, of);
}
