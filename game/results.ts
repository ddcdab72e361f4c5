// A finished game, line by line, for a spreadsheet: the sealed questions, then every player with each answer.
import type { ResultLine, ResultPlayer, ResultQuestion } from './messages.ts';
import { kindOf } from './questions/index.ts';
import type { Quiz } from './quiz.ts';
import type { Room } from './room.ts';
import type { Seat } from './seats.ts';
import { judge, standings } from './standings.ts';
import type { Turn } from './turn.ts';

/** Questions and players of the game being played, best first; only turns whose key has been shown, so that none leaves early. */
export function resultLines(room: Room, quiz: Quiz, seats: readonly Seat[]): ResultLine[] {
  const judged = room.judged ?? -1;
  const turns = room.turns.slice(0, judged + 1);
  const played = turns.flatMap((turn, number) => (number >= room.firstTurn ? [{ turn, number }] : []));
  if (played.length === 0) return [];
  const present = seats.filter((seat) => !seat.removed);
  const { own } = standings({ ...room, turns }, quiz, present, room.version);
  const players = present.map((seat): ResultPlayer => {
    const { rank, points } = own.get(seat.id)!;
    const answers = played
      .filter(({ turn }) => !turn.void)
      .map(({ turn, number }) => resultAnswer(turn, number, seat, room, quiz));
    return { line: 'player', name: seat.name, rank, points, answers };
  });
  players.sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1));
  return [...played.map(({ turn, number }, i) => resultQuestion(turn, number, i + 1, quiz)), ...players];
}

function resultQuestion(turn: Turn, number: number, position: number, quiz: Quiz): ResultQuestion {
  const question = quiz.questions[turn.question]!;
  const kind = kindOf(question);
  const right = kind.words(question, kind.key(question).right.join(','));
  return { line: 'question', turn: number, number: position, text: question.text, right, skipped: !!turn.void };
}

function resultAnswer(turn: Turn, number: number, seat: Seat, room: Room, quiz: Quiz): ResultPlayer['answers'][number] {
  const answer = seat.answers[number];
  const { mark, gained } = judge(turn, quiz, answer, room.settings.speed);
  const question = quiz.questions[turn.question]!;
  const seconds = answer ? Math.round(answer.at - turn.opensAt) / 1000 : null;
  return { turn: number, words: answer ? kindOf(question).words(question, answer.value) : '', mark, seconds, gained };
}
