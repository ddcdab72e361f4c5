import type { BrowserEnvironment } from './environment.ts';

/** Kept before joining, so that an interrupted join can be repeated. */
export interface RememberedSeat {
  pin: string;
  name: string;
  seat: string;
  secret: string;
  address?: string;
  usedAt: number;
  /** Removed by the host: stays out. */
  removed?: true;
  answer?: { turn: number; value: string };
}

const SEAT = 'quizcast.seat.';
const HOST_KEY = 'quizcast.host';
const HOSTED_ROOM = 'quizcast.room';
const KEPT_MS = 7 * 24 * 3600_000;

interface PageStorage {
  seat(pin: string): RememberedSeat | undefined;
  lastSeat(): RememberedSeat | undefined;
  keepSeat(seat: Omit<RememberedSeat, 'usedAt'>): void;
  forgetSeat(pin: string): void;
  hostKey(): string | undefined;
  forgetHostKey(): void;
  room(): string | undefined;
  keepRoom(room: string | undefined): void;
}

/** In memory where storage is blocked. */
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
      // Full or blocked: a reload will ask for the name.
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
        // The address bar is on the projector.
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
