// What keeps a server from starting or going on, in words that say what to do.

import { DataInUse, EmptiedDatabase, OtherFormat } from '../store/database.ts';
import { DamagedKey } from '../store/host-key.ts';

interface Place {
  /** As the program is called, such as `npm start --`. */
  command: string;
  port: number;
  /** The data directory. */
  data: string;
}

type Sentence = (place: Place) => string;

const NO_INTERFACE = 'This machine has no such interface. Leave --host out to listen on all.';
const elsewhere = ({ command }: Place) => `${command} --data another-folder`;
const failing: Sentence = (place) =>
  `The disk with ${place.data} fails. What was acknowledged is on it as far as it can be read. Copy it, then use another disk: ${elsewhere(place)}`;
const damaged: Sentence = (place) =>
  `The database in ${place.data} is damaged and was left as it is. Put a copy back, or keep new rooms elsewhere: ${elsewhere(place)}`;

/** By SQLite's primary result codes, sqlite.org/rescode.html. */
const DATABASE: Record<number, Sentence> = {
  8: (place) => `${place.data} cannot be written to. Allow it, or keep rooms elsewhere: ${elsewhere(place)}`,
  10: failing,
  11: damaged,
  13: ({ data }) =>
    `The disk with ${data} is full. Make room on it and start again: open rooms go on, and nothing acknowledged is lost.`,
  14: (place) =>
    `The database in ${place.data} cannot be opened. Allow reading and writing it, or keep rooms elsewhere: ${elsewhere(place)}`,
  26: damaged,
};

const SYSTEM: Record<string, Sentence> = {
  EADDRINUSE: ({ command, port }) => `Port ${port} is taken. Try another one: ${command} --port ${port + 1}`,
  EACCES: ({ command, port, data }) =>
    `Port ${port} or the folder ${data} is not open to you. Try: ${command} --port 4000 --data data`,
  EPERM: (place) => `The folder ${place.data} is not open to you. Keep rooms elsewhere: ${elsewhere(place)}`,
  EROFS: (place) => `${place.data} is on a disk that cannot be written to. Keep rooms elsewhere: ${elsewhere(place)}`,
  EEXIST: (place) => `${place.data} is a file. Rooms are kept in a folder: ${elsewhere(place)}`,
  ENOTDIR: (place) => `${place.data} is inside a file. Rooms are kept in a folder: ${elsewhere(place)}`,
  EIO: failing,
  ENOSPC: ({ data }) => `The disk with ${data} is full. Make room on it and start again.`,
  EADDRNOTAVAIL: () => NO_INTERFACE,
  ENOTFOUND: () => NO_INTERFACE,
};

/** One sentence, or two. */
export function startError(error: unknown, place: Place): string {
  const { data } = place;
  if (error instanceof DataInUse)
    return `Another Quizcast is using ${data}. Stop it, or give this one its own: ${elsewhere(place)}`;
  if (error instanceof EmptiedDatabase)
    return `The database in ${data} has been emptied. Put a copy back, or delete ${data} to begin anew with another host link.`;
  if (error instanceof OtherFormat)
    return `The rooms in ${data} are of another version of Quizcast, and were left as they are. Finish them with that one, or keep new rooms elsewhere: ${elsewhere(place)}`;
  if (error instanceof DamagedKey)
    return `The host key ${error.file} is damaged. Put a copy back, or delete it to get another host link; rooms of the old one stay closed to it.`;
  const { code = '', errcode, message } = error as { code?: string; errcode?: number; message?: string };
  const sentence = errcode === undefined ? SYSTEM[code] : DATABASE[errcode & 0xff];
  return sentence?.(place) ?? `Quizcast could not go on: ${message ?? error}`;
}
