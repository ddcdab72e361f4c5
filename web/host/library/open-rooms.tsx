import type { ShelfRoom } from '../../../game/wire/server-frames.ts';
import type { HostModel } from '../../ui/page-model.ts';
import { host as words } from '../../words/en.ts';
import { Pin } from '../lobby/pin.tsx';
import { ResultsOfGames } from '../podium/results-button.tsx';

export function OpenRooms({ model, rooms }: { model: HostModel; rooms: readonly ShelfRoom[] }) {
  return (
    <section class="rooms" aria-labelledby="rooms">
      <h2 id="rooms">{words.shelf.rooms}</h2>
      <p class="hint">{words.shelf.roomsHint}</p>
      <ul>
        {rooms.map((room) => (
          <li key={room.room}>
            <button type="button" class="room" onClick={() => model.enter(room.room)}>
              <span class="room-pin">
                <Pin pin={room.pin} />
              </span>
              <span class="room-title" lang={room.language}>
                {room.title}
              </span>
              <span class="room-state">
                {whereIs(room)} · {words.foot.players(words.number(room.players), room.players === 1)}
              </span>
              <span class="room-on">{words.shelf.goOn}</span>
            </button>
            {room.games > 0 && (
              <p class="row">
                <ResultsOfGames
                  model={model}
                  title={room.title}
                  games={room.games}
                  of={{ room: room.room, players: room.players }}
                />
              </p>
            )}
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
