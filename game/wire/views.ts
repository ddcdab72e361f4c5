// The only place that decides who may see what.

import type { Asked, KindName, Summary } from '../quiz/questions/index.ts';
import { type Phase, questionNumber, type Room } from '../room/room.ts';
import type { Round } from '../room/round.ts';
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
  turn?: (Omit<Round, 'question'> & { number: number }) | undefined;
  asked?: Asked | undefined;
  top?: readonly StandingsRow[] | undefined;
}

const SHOWN: Record<Phase, readonly ('question' | 'solution' | 'ranks')[]> = {
  lobby: [],
  question: ['question'],
  reveal: ['question', 'solution', 'ranks'],
  standings: ['question', 'solution', 'ranks'],
  podium: ['ranks'],
  closed: [],
};

export const isRanked = (phase: Phase) => SHOWN[phase].includes('ranks');

export function roomView(room: Room): RoomView {
  const { version, phase, pin, title, language, kinds, firstTurn, players, settings, asked, top } = room;
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
    turn: isAsked && last ? { ...withoutQuestion(last), number: room.turns.length - 1 } : undefined,
    asked: isAsked && asked ? { ...asked, outcome: shown.includes('solution') ? asked.outcome : undefined } : undefined,
    top: isRanked(phase) ? top : undefined,
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
  answer?: (Answer & { turn: number }) | undefined;
}

export function youView(address: SeatAddress, seat: Seat, room: Room): YouView {
  const turn = room.turns.length - 1;
  const answer = seat.answers[turn];
  return { address: addressText(address), rev: seat.rev, name: seat.name, answer: answer && { turn, ...answer } };
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
