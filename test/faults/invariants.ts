// What holds in every game under faults.
import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import type { Quiz } from '../../game/quiz/quiz.ts';
import type { RoomView } from '../../game/wire/views.ts';
import type { RankedPlayer } from '../../web/connection/gather-results.ts';
import { pointsFor } from '../support/sample-client/points.ts';
import type { FaultyPlayer } from './faulty-player.ts';

export const EXPLAINED = 'explained-only-at-the-reveal';
/** Answers this early count (RULES). */
const EARLY_MS = 500;

type Turn = NonNullable<RoomView['turn']>;

export interface Played {
  quiz: Quiz;
  key: string;
  everybody: readonly FaultyPlayer[];
  results: readonly RankedPlayer[];
  /** By number. */
  turns: ReadonlyMap<number, Turn>;
  room: RoomView;
}

const words = (value: string) => 'ABC'[Number(value) - 1];

/** @throws the first broken invariant */
export function check(played: Played): void {
  const { everybody, results, room } = played;
  assert.deepEqual(results.map(({ name }) => name).sort(), everybody.map(({ name }) => name).sort());
  for (const one of everybody) {
    const line = results.find(({ name }) => name === one.name)!;
    acknowledgedAreCounted(one, line, played);
    pointsFollow(line, played);
    const rank = 1 + results.filter(({ points }) => points > line.points).length;
    assert.deepEqual([one.name, line.rank], [one.name, rank]);
    const standing = one.standing();
    assert.deepEqual([one.name, standing?.points, standing?.rank], [one.name, line.points, rank]);
    one.checkRoom(room);
    nothingLeaked(one, played);
  }
}

/** Each acknowledged answer counts once, with its time. */
function acknowledgedAreCounted({ name, acknowledged }: FaultyPlayer, { answers }: RankedPlayer, { turns }: Played): void {
  for (const [turn, { value, at }] of acknowledged) {
    const counted = answers.filter((one) => one.turn === turn).map((one) => [one.words, one.seconds]);
    assert.deepEqual([name, turn, counted], [name, turn, [[words(value), (at - turns.get(turn)!.opensAt) / 1000]]]);
  }
}

/** Points follow from the recorded answers alone. */
function pointsFollow({ name, points, answers }: RankedPlayer, { quiz, turns }: Played): void {
  let sum = 0;
  for (const { turn, words: said, seconds, gained } of answers) {
    const asked = turns.get(turn)!;
    const question = quiz.questions[turn]! as { right: number };
    const at = seconds === null ? Number.NaN : asked.opensAt + Math.round(seconds * 1000);
    const inTime = at >= asked.opensAt - EARLY_MS && at <= asked.sealsAt;
    assert.ok(!(at < asked.opensAt - EARLY_MS), `${name} answered ${asked.opensAt - at} ms before ${turn} opened`);
    const right = said === words(String(question.right));
    const due = right && inTime ? pointsFor(asked, 1, Math.min(at, asked.closesAt)) : 0;
    assert.deepEqual([name, turn, gained], [name, turn, due]);
    sum += due;
  }
  assert.deepEqual([name, points], [name, sum]);
}

/** No answer before its seal, no foreign secret. */
function nothingLeaked({ name, frames, secrets }: FaultyPlayer, { key, everybody, turns }: Played): void {
  const others = everybody.filter((one) => one.name !== name).flatMap((one) => [...one.secrets]);
  const everybodys = [...others, ...secrets, key].map((secret) => hash('sha256', secret, 'base64url'));
  const hidden = [key, ...others, ...everybodys];
  for (const { at, frame, text } of frames) {
    const told = [...turns.values()].find(({ number }) => text.includes(`${EXPLAINED}-${number}`));
    const shown = frame.type === 'view' && frame.room?.asked?.outcome ? frame.room.turn : undefined;
    for (const turn of [told, shown]) assert.ok(turn === undefined || at >= turn.sealsAt, `${name} knew early: ${text}`);
    const leaked = hidden.find((secret) => text.includes(secret));
    assert.ok(leaked === undefined, `${name} heard a secret: ${text}`);
  }
}
