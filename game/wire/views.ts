// The only place that decides who may see what.

import { type Phase, type Prompt, questionNumber, type Reveal, type Room } from '../room/room.ts';
import type { Round } from '../room/round.ts';
import { type Answer, addressText, type Seat, type SeatAddress } from '../seats/seat.ts';
import type { StandingsRow } from '../seats/standing.ts';

/** What everybody sees; newer versions replace older ones. */
export interface RoomView {
  version: number;
  phase: Phase;
  pin: string;
  title: string;
  language: string;
  /** Current question, from 1; 0 in the lobby. */
  number: number;
  /** Questions in the quiz. */
  of: number;
  /** First round of the current game. */
  firstTurn: number;
  players: number;
  locked: boolean;
  /** With the round's number. */
  turn?: (Omit<Round, 'question'> & { number: number }) | undefined;
  face?: Prompt | undefined;
  /** Only after the seal. */
  reveal?: Reveal | undefined;
  /** From the first reveal on. */
  top?: readonly StandingsRow[] | undefined;
}

/** What each phase shows: the question, its solution, the ranks. */
const SHOWN: Record<Phase, readonly ('question' | 'solution' | 'ranks')[]> = {
  lobby: [],
  question: ['question'],
  reveal: ['question', 'solution', 'ranks'],
  standings: ['question', 'solution', 'ranks'],
  podium: ['ranks'],
  closed: [],
};

/** Does everybody have a rank in this phase? */
export const isRanked = (phase: Phase) => SHOWN[phase].includes('ranks');

export function roomView(room: Room): RoomView {
  const { version, phase, pin, title, language, firstTurn, players, settings, face, reveal, top } = room;
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
    players,
    locked: settings.locked,
    turn: isAsked && last ? { ...withoutQuestion(last), number: room.turns.length - 1 } : undefined,
    face: isAsked ? face : undefined,
    reveal: shown.includes('solution') ? reveal : undefined,
    top: isRanked(phase) ? top : undefined,
  };
}

function withoutQuestion({ question: _, ...turn }: Round): Omit<Round, 'question'> {
  return turn;
}

/** What a player sees of their own seat, ordered by `rev`. */
export interface YouView {
  address: string;
  rev: number;
  name: string;
  /** To the last round. */
  answer?: (Answer & { turn: number }) | undefined;
}

export function youView(address: SeatAddress, seat: Seat, room: Room): YouView {
  const turn = room.turns.length - 1;
  const answer = seat.answers[turn];
  return { address: addressText(address), rev: seat.rev, name: seat.name, answer: answer && { turn, ...answer } };
}

/** Host only. */
export interface HostView {
  players: number;
  connected: number;
  /** To the open question. */
  answered: number;
  waiting: number;
  /** Newest first, as many as requested. */
  names: { seat: string; name: string; connected: boolean }[];
  /** With two-step join: the current pattern. */
  colours?: string | undefined;
  /** To be sent back with the next look. */
  tallied: AnswerCount;
}

/** The last tally that players were sent. */
export interface AnswerCount {
  turn: number;
  answered: number;
  waiting: number;
  at: number;
}
