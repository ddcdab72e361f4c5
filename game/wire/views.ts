// The only place that decides who may see what.

import type { Asked, KindName, Summary } from '../quiz/questions/index.ts';
import { lastCounted, type Phase, questionNumber, type Room } from '../room/room.ts';
import type { Round } from '../room/round.ts';
import type { RankTable } from '../seats/rank-table.ts';
import { type Answer, addressText, type Seat, type SeatAddress } from '../seats/seat.ts';
import type { StandingsRow } from '../seats/standing.ts';

/** Seen by all; newer versions replace older ones. */
export interface RoomView {
  version: number;
  phase: Phase;
  pin: string;
  title: string;
  language: string;
  number: number;
  of: number;
  firstTurn: number;
  /** What the phones have to be able to show. */
  kinds: readonly KindName[];
  players: number;
  locked: boolean;
  /** Faster right answers earn more. */
  speed: boolean;
  turn?: (Omit<Round, 'question'> & { number: number }) | undefined;
  asked?: Asked | undefined;
  top?: readonly StandingsRow[] | undefined;
  ranks?: RankTable | undefined;
  /** The turn that these are after, and the one that counted before it. */
  judged?: number | undefined;
  before?: number | undefined;
}

const SHOWN: Record<Phase, readonly ('question' | 'solution' | 'ranks')[]> = {
  lobby: [],
  question: ['question'],
  reveal: ['question', 'solution', 'ranks'],
  standings: ['question', 'solution', 'ranks'],
  podium: ['ranks'],
  closed: [],
};

const isRanked = (phase: Phase) => SHOWN[phase].includes('ranks');

export function roomView(room: Room): RoomView {
  const { version, phase, pin, title, language, kinds, firstTurn, players, settings, asked, top, ranks, judged } = room;
  const last = room.turns.at(-1);
  const shown = SHOWN[phase];
  const isAsked = shown.includes('question');
  return {
    version,
    phase,
    pin,
    title,
    language,
    number: questionNumber(room),
    of: room.questions,
    firstTurn,
    kinds,
    players,
    locked: settings.locked,
    speed: settings.speed,
    turn: isAsked && last ? { ...withoutQuestion(last), number: room.turns.length - 1 } : undefined,
    asked: isAsked && asked ? { ...asked, outcome: shown.includes('solution') ? asked.outcome : undefined } : undefined,
    ...(isRanked(phase) && { top, ranks, judged, before: judged === undefined ? undefined : lastCounted(room, judged) }),
  };
}

function withoutQuestion({ question: _, ...turn }: Round): Omit<Round, 'question'> {
  return turn;
}

/** A player's own seat, ordered by `rev`. */
export interface YouView {
  address: string;
  rev: number;
  name: string;
  /** The first turn that it may answer. */
  from: number;
  answer?: (Answer & { turn: number }) | undefined;
}

export function youView(address: SeatAddress, seat: Seat, room: Room): YouView {
  const turn = room.turns.length - 1;
  const answer = seat.answers[turn];
  return {
    address: addressText(address),
    rev: seat.rev,
    name: seat.name,
    from: firstTurnOf(seat, room),
    answer: answer && { turn, ...answer },
  };
}

/** Whoever joined after a seal watches until the next question. */
function firstTurnOf({ joinedAt }: Seat, { turns }: Room): number {
  const first = turns.findIndex(({ sealsAt }) => joinedAt < sealsAt);
  return first < 0 ? turns.length : first;
}

export interface HostView {
  players: number;
  connected: number;
  answered: number;
  waiting: number;
  /** Answers so far to an open question that is not graded. */
  live?: Summary | undefined;
  names: { seat: string; name: string; connected: boolean }[];
  /** Whose results can be had. */
  games: number;
  /** Names that the word filter held back, the first 20 of them. */
  held?: { count: number; names: { seat: string; name: string; typed: string }[] } | undefined;
  colours?: string | undefined;
  tallied: AnswerCount;
}

/** The last tally that players were sent. */
export interface AnswerCount {
  turn: number;
  answered: number;
  waiting: number;
  at: number;
}
