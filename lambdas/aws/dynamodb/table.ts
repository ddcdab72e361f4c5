export const TABLE = {
  pk: 'pk',
  sk: 'sk',
  /** Epoch s. DynamoDB deletes late; readers filter. */
  ttl: 'ttl',
  /** Sparse, keys only: for `$disconnect`. */
  index: { name: 'byConnection', pk: 'connection' },
} as const;

export interface Key {
  pk: string;
  sk: string;
}

/** In the order of rounds, of which a room has 500. */
export const roundText = (turn: number) => String(turn).padStart(3, '0');

export const KEYS = {
  pin: (pin: string): Key => ({ pk: `PIN#${pin}`, sk: 'PIN' }),
  room: (room: string): Key => ({ pk: `ROOM#${room}`, sk: 'ROOM' }),
  quiz: (room: string): Key => ({ pk: `ROOM#${room}`, sk: 'QUIZ' }),
  name: (room: string, folded: string): Key => ({ pk: `ROOM#${room}`, sk: `NAME#${folded}` }),
  seat: (room: string, shard: number, seat: string): Key => ({ pk: `ROOM#${room}#${shard}`, sk: `SEAT#${seat}` }),
  result: (room: string, shard: number, turn: number, first: string): Key => ({
    pk: `ROOM#${room}#${shard}`,
    sk: `RESULT#${turn}#${first}`,
  }),
  answers: (room: string, shard: number, turn: number, writer = '', first = ''): Key => ({
    pk: `ROOM#${room}#${shard}`,
    sk: `ANSWERS#${roundText(turn)}#${writer}#${first}`,
  }),
  /** One partition: can be listed. */
  invitation: (host: string): Key => ({ pk: 'HOSTS', sk: `HOST#${host}` }),
  hostsRoom: (host: string, room: string): Key => ({ pk: `HOST#${host}`, sk: `ROOM#${room}` }),
  shelf: (quiz: string): Key => ({ pk: 'SHELF', sk: `QUIZ#${quiz}` }),
};

export function seatFromKey({ pk, sk }: Key): { room: string; shard: number; seat: string } {
  const [, room = '', shard] = pk.split('#');
  return { room, shard: Number(shard), seat: sk.slice('SEAT#'.length) };
}

export const roundFromKey = ({ sk }: Key) => Number(sk.split('#')[1]);

export const ttlOf = (expiresAt: number) => Math.ceil(expiresAt / 1000);
