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

/** In order: a room has 500 rounds, a quiz 200 questions. */
export const inOrder = (number: number) => String(number).padStart(3, '0');

export const KEYS = {
  pin: (pin: string): Key => ({ pk: `PIN#${pin}`, sk: 'PIN' }),
  room: (room: string): Key => ({ pk: `ROOM#${room}`, sk: 'ROOM' }),
  /** The PIN is the room's alone, its id a racing request's too. */
  question: (room: string, pin: string, number: number): Key => ({
    pk: `ROOM#${room}`,
    sk: `QUESTION#${pin}#${inOrder(number)}`,
  }),
  name: (room: string, folded: string): Key => ({ pk: `ROOM#${room}`, sk: `NAME#${folded}` }),
  seat: (room: string, shard: number, seat: string): Key => ({ pk: `ROOM#${room}#${shard}`, sk: `SEAT#${seat}` }),
  result: (room: string, shard: number, turn: number, first: string): Key => ({
    pk: `ROOM#${room}#${shard}`,
    sk: `RESULT#${turn}#${first}`,
  }),
  answers: (room: string, shard: number, turn: number, writer = '', first = ''): Key => ({
    pk: `ROOM#${room}#${shard}`,
    sk: `ANSWERS#${inOrder(turn)}#${writer}#${first}`,
  }),
  /** One partition: can be listed. */
  invitation: (host: string): Key => ({ pk: 'HOSTS', sk: `HOST#${host}` }),
  hostsRoom: (host: string, room: string): Key => ({ pk: `HOST#${host}`, sk: `ROOM#${room}` }),
  head: (owner: string, quiz: string): Key => ({ pk: `LIB#${owner}`, sk: `HEAD#${quiz}` }),
  draft: (owner: string, quiz: string, question: string): Key => ({ pk: `QUIZ#${owner}#${quiz}`, sk: `Q#${question}` }),
  media: (host: string, file: string): Key => ({ pk: `MEDIA#${host}`, sk: `FILE#${file}` }),
};

export function seatFromKey({ pk, sk }: Key): { room: string; shard: number; seat: string } {
  const [, room = '', shard] = pk.split('#');
  return { room, shard: Number(shard), seat: sk.slice('SEAT#'.length) };
}

/** Undefined: another row's. */
export function headFromKey({ pk, sk }: Key): { owner: string; quiz: string } | undefined {
  const [, owner] = /^LIB#(.*)/.exec(pk) ?? [];
  const [, quiz] = /^HEAD#(.*)/.exec(sk) ?? [];
  return owner !== undefined && quiz !== undefined ? { owner, quiz } : undefined;
}

export const roundFromKey = ({ sk }: Key) => Number(sk.split('#')[1]);

export const ttlOf = (expiresAt: number) => Math.ceil(expiresAt / 1000);
