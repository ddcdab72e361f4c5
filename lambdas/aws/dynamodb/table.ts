// The one table: its key names, its index, and where each thing lies. The stack makes the table from these names.

export const TABLE = {
  pk: 'pk',
  sk: 'sk',
  /** Epoch seconds after which DynamoDB may delete an item, some time; until then it is filtered by whoever reads it. */
  ttl: 'ttl',
  /** Sparse, keys only: seats that are connected. `$disconnect` knows nothing but the connection. */
  index: { name: 'byConnection', pk: 'connection' },
} as const;

export interface Key {
  pk: string;
  sk: string;
}

export const KEYS = {
  pin: (pin: string): Key => ({ pk: `PIN#${pin}`, sk: 'PIN' }),
  room: (room: string): Key => ({ pk: `ROOM#${room}`, sk: 'ROOM' }),
  quiz: (room: string): Key => ({ pk: `ROOM#${room}`, sk: 'QUIZ' }),
  name: (room: string, folded: string): Key => ({ pk: `ROOM#${room}`, sk: `NAME#${folded}` }),
  seat: (room: string, shard: number, seat: string): Key => ({ pk: `ROOM#${room}#${shard}`, sk: `SEAT#${seat}` }),
  /** A part of a turn's standings: that of the seats from `first` on, by their ids. */
  result: (room: string, shard: number, turn: number, first: string): Key => ({
    pk: `ROOM#${room}#${shard}`,
    sk: `RESULT#${turn}#${first}`,
  }),
  /** All invitations in one partition, so that they can be listed without a scan. */
  invitation: (host: string): Key => ({ pk: 'HOSTS', sk: `HOST#${host}` }),
  hostsRoom: (host: string, room: string): Key => ({ pk: `HOST#${host}`, sk: `ROOM#${room}` }),
  shelf: (quiz: string): Key => ({ pk: 'SHELF', sk: `QUIZ#${quiz}` }),
};

/** A seat's key back into what it says. */
export function seatFromKey({ pk, sk }: Key): { room: string; shard: number; seat: string } {
  const [, room, shard] = pk.split('#');
  return { room: room!, shard: Number(shard), seat: sk.slice('SEAT#'.length) };
}

export const ttlOf = (expiresAt: number) => Math.ceil(expiresAt / 1000);
