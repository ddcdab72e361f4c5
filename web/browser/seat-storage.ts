import type { BrowserEnvironment } from './environment.ts';
import { safeStorage } from './safe-storage.ts';

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
const KEPT_MS = 7 * 24 * 3600_000;

interface SeatStorage {
  seat(pin: string): RememberedSeat | undefined;
  lastSeat(): RememberedSeat | undefined;
  keepSeat(seat: Omit<RememberedSeat, 'usedAt'>): void;
  forgetSeat(pin: string): void;
}

export function createSeatStorage(environment: Pick<BrowserEnvironment, 'storage' | 'instant'>): SeatStorage {
  const { all, get, keep } = safeStorage(environment);
  const now = () => environment.instant().date;

  function seats(): RememberedSeat[] {
    return all().flatMap((key) => {
      if (!key.startsWith(SEAT)) return [];
      const seat = read(key);
      if (seat && now() - seat.usedAt < KEPT_MS) return [seat];
      keep(key, undefined);
      return [];
    });
  }

  function read(key: string): RememberedSeat | undefined {
    try {
      return JSON.parse(get(key) ?? '') ?? undefined;
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
  };
}
