// Who may see what. The only place that decides it: whatever leaves the server about a room or a seat is made here.

import { type Phase, type Prompt, questionNumber, type Reveal, type Room } from '../room/room.ts';
import type { Round } from '../room/round.ts';
import { type Answer, addressText, type Seat, type SeatAddress } from '../seats/seat.ts';
import type { StandingsRow } from '../seats/standing.ts';

/** The room as everybody in it sees it, the host too: complete for its phase, newer versions replace older ones. */
export interface RoomView {
  version: number;
  phase: Phase;
  pin: string;
  title: string;
  language: string;
  /** The question being asked or last asked, counted from 1; 0 in the lobby. */
  number: number;
  /** How many questions the quiz has. */
  of: number;
  /** The first turn of the game being played; a standing of an earlier turn is out of date. */
  firstTurn: number;
  players: number;
  locked: boolean;
  /** From the announcement until the next one, with the turn's number. */
  turn?: (Omit<Round, 'question'> & { number: number }) | undefined;
  face?: Prompt | undefined;
  /** The key, the bars and the explanation: only once the question is sealed. */
  reveal?: Reveal | undefined;
  /** The first places, from the first reveal on. */
  top?: readonly StandingsRow[] | undefined;
}

const ASKED_PHASES: readonly Phase[] = ['question', 'reveal', 'standings'];
const SEALED_PHASES: readonly Phase[] = ['reveal', 'standings'];
/** The phases in which everybody has a rank. */
export const RANKED_PHASES: readonly Phase[] = ['reveal', 'standings', 'podium'];

export function roomView(room: Room): RoomView {
  const { version, phase, pin, title, language, firstTurn, players, settings, face, reveal, top } = room;
  const last = room.turns.at(-1);
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
    turn: ASKED_PHASES.includes(phase) && last ? { ...withoutQuestion(last), number: room.turns.length - 1 } : undefined,
    face: ASKED_PHASES.includes(phase) ? face : undefined,
    reveal: SEALED_PHASES.includes(phase) ? reveal : undefined,
    top: RANKED_PHASES.includes(phase) ? top : undefined,
  };
}

function withoutQuestion({ question: _, ...turn }: Round): Omit<Round, 'question'> {
  return turn;
}

/** A seat as its own player sees it, ordered by `rev`. */
export interface YouView {
  address: string;
  rev: number;
  name: string;
  /** The answer already given to the last turn, if any. */
  answer?: (Answer & { turn: number }) | undefined;
}

export function youView(address: SeatAddress, seat: Seat, room: Room): YouView {
  const turn = room.turns.length - 1;
  const answer = seat.answers[turn];
  return { address: addressText(address), rev: seat.rev, name: seat.name, answer: answer && { turn, ...answer } };
}

/** What the host's page knows beyond the room: who is there and how many have answered. */
export interface HostView {
  players: number;
  connected: number;
  /** To the question that is open. */
  answered: number;
  waiting: number;
  /** The newest first, as many as were asked for. */
  names: { seat: string; name: string; connected: boolean }[];
  /** What newcomers have to tap now, as digits from 1; only while joining takes two steps. */
  colours?: string | undefined;
  /** The last tally told to the players, to be brought along with the next look. */
  tallied: AnswerCount;
}

/** How many had answered when the players were last told, and when. */
export interface AnswerCount {
  turn: number;
  answered: number;
  waiting: number;
  at: number;
}
