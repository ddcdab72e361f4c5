// Samples to change.
import { parseQuiz, type Quiz } from '../../game/quiz/quiz.ts';
import type { Room } from '../../game/room/room.ts';
import type { Round } from '../../game/room/round.ts';
import type { Answer, Seat } from '../../game/seats/seat.ts';

export const OPENS = 1_700_000_010_000;

export function quizOf(...questions: object[]): Quiz {
  const parsed = parseQuiz({ title: 'Capitals', language: 'en', questions });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.quiz;
}

export const CAPITALS = quizOf(
  { kind: 'choice', text: 'The capital of Chile?', options: ['Lima', 'Santiago'], right: 2, explanation: 'Santiago it is.' },
  { kind: 'choice', text: 'The capital of Peru?', options: ['Lima', 'Santiago'], right: 1 },
  { kind: 'choice', text: 'The capital of Italy?', options: ['Rome', 'Milan'], right: 1 },
);

/** A turn of 20 s for 1000 points that opens at `OPENS`. */
export const turnOf = (change: Partial<Round> = {}): Round => ({
  question: 0,
  announcedAt: OPENS - 5000,
  showsAt: OPENS - 5000,
  opensAt: OPENS,
  closesAt: OPENS + 20_000,
  sealsAt: OPENS + 21_000,
  seconds: 20,
  points: 1000,
  ...change,
});

export const roomOf = (change: Partial<Room> = {}): Room => ({
  id: 'room-of-test',
  pin: '123456',
  version: 5,
  changeId: 'c',
  changedAt: OPENS - 5000,
  delivery: { needed: 5, done: 5 },
  phase: 'lobby',
  title: CAPITALS.title,
  language: CAPITALS.language,
  questions: CAPITALS.questions.length,
  kinds: ['choice'],
  turns: [],
  firstTurn: 0,
  top: [],
  players: 0,
  settings: { speed: true, locked: false, guarded: false },
  shards: 1,
  owner: 'hash-of-the-key',
  expiresAt: OPENS + 86_400_000,
  ...change,
});

export const answered = (value: string, after = 0): Answer => ({ value, at: OPENS + after });

export const seatOf = (name: string, answers: Record<number, Answer> = {}, change: Partial<Seat> = {}): Seat => ({
  id: name.padEnd(22, '-'),
  shard: 0,
  name,
  rev: 1,
  joinedAt: OPENS - 60_000,
  connection: `c-${name}`,
  connectedAt: OPENS - 60_000,
  answers,
  ...change,
});
