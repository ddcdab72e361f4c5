// What this browser remembers from one load of the page to the next.
import type { BrowserEnvironment } from './environment.ts';

/** A seat of this browser's. Kept before it is asked for, so that whatever is interrupted can be said again. */
export interface RememberedSeat {
  pin: string;
  name: string;
  seat: string;
  secret: string;
  /** Only once the server has it. */
  address?: string;
  usedAt: number;
  /** The host has removed it: kept, so that this browser stays out. */
  removed?: true;
  /** Chosen, and not yet acknowledged. */
  answer?: { turn: number; value: string };
}

const SEAT = 'quizcast.seat.';
const HOST_KEY = 'quizcast.host';
const HOSTED_ROOM = 'quizcast.room';
const KEPT_MS = 7 * 24 * 3600_000;

interface PageStorage {
  seat(pin: string): RememberedSeat | undefined;
  /** The seat last used, except removed ones. */
  lastSeat(): RememberedSeat | undefined;
  keepSeat(seat: Omit<RememberedSeat, 'usedAt'>): void;
  forgetSeat(pin: string): void;
  hostKey(): string | undefined;
  forgetHostKey(): void;
  room(): string | undefined;
  keepRoom(room: string | undefined): void;
}

/** Where storage is blocked, what is remembered lasts as long as the page. */
export function createPageStorage(
  environment: Pick<BrowserEnvironment, 'storage' | 'instant' | 'location' | 'showPath'>,
): PageStorage {
  const { location } = environment;
  const store = environment.storage ?? emptyStore();
  const now = () => environment.instant().date;

  function keep(key: string, value: string | undefined) {
    try {
      if (value === undefined) store.removeItem(key);
      else store.setItem(key, value);
    } catch {
      // Full, or not allowed in this window: the game goes on, a reload will ask for the name again.
    }
  }

  function seats(): RememberedSeat[] {
    const keys = Array.from({ length: store.length }, (_, i) => store.key(i)!).filter((key) => key.startsWith(SEAT));
    return keys.flatMap((key) => {
      const seat = read(key);
      if (seat && now() - seat.usedAt < KEPT_MS) return [seat];
      keep(key, undefined);
      return [];
    });
  }

  function read(key: string): RememberedSeat | undefined {
    try {
      return JSON.parse(store.getItem(key)!) ?? undefined;
    } catch {
      return undefined;
    }
  }

  return {
    seat: (pin) => seats().find((seat) => seat.pin === pin),
    lastSeat: () =>
      seats()
        .filter((seat) => !seat.removed)
        .sort((a, b) => b.usedAt - a.usedAt)[0],
    keepSeat: (seat) => keep(SEAT + seat.pin, JSON.stringify({ ...seat, usedAt: now() })),
    forgetSeat: (pin) => keep(SEAT + pin, undefined),
    hostKey() {
      const key = /^#([\w-]{22})$/.exec(location.hash)?.[1];
      if (key) {
        keep(HOST_KEY, key);
        // A projector shows the address bar to everybody.
        environment.showPath(location.pathname);
      }
      return key ?? store.getItem(HOST_KEY) ?? undefined;
    },
    forgetHostKey: () => keep(HOST_KEY, undefined),
    room: () => store.getItem(HOSTED_ROOM) ?? undefined,
    keepRoom: (room) => keep(HOSTED_ROOM, room),
  };
}

function emptyStore(): NonNullable<BrowserEnvironment['storage']> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}
