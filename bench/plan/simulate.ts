// Simulates joining and one question under AWS limits.
import { tallyInterval } from '../../game/wire/pacing.ts';
import { seeded } from '../../test/support/fake-environment.ts';
import type { Work } from './capacity.ts';
import type { AccountLimits } from './limits.ts';
import { ANSWER_BYTES, CLOCK_SAMPLES, OPERATIONS, STANDING_BYTES } from './operations.ts';
import type { Refused } from './refusals.ts';
import { type PlannedRoom, roomOf } from './room.ts';
import { traffic } from './traffic.ts';

export interface Event extends PlannedRoom {
  /** Arrival window, s; 0: all at once. */
  arriving: number;
  /** Reading time, s. */
  reading: number;
  /** First and last answer, s after the opening. */
  answering: readonly [number, number];
}

export type Curve = readonly number[];

export interface Simulated {
  joined: Curve;
  /** After the host's click. */
  heard: Curve;
  opens: number;
  acknowledged: Curve;
  /** From tap to acknowledgement. */
  waited: Curve;
  /** After the reveal was due. */
  revealed: Curve;
  refused: readonly Refused[];
  coldStarts: number;
}

/** Host sync intervals, ms (lambdas/actions/host/look.ts). */
const LOOKS = { lobby: 2000, question: 1000 };
const joinAt = (shard: number): Work[] => [
  { on: 'pin', reads: 1 },
  { on: 'room', reads: OPERATIONS.join.reads - 1, writes: 1 },
  { on: shard, writes: OPERATIONS.join.writes - 1 },
  { on: 'index', writes: OPERATIONS.join.indexWrites },
];
const answerAt = (shard: number): Work[] => [{ on: shard, writes: OPERATIONS.answer.writes }];
const syncAt = (shard: number): Work[] => [
  { on: 'room', reads: 1 },
  { on: shard, reads: 2 },
];

/** Delay of a sync after a missed reveal, ms (web/connection/periodic-sync.ts). */
const overdue = (players: number, random: number) => (1000 + players / 5) * (1 + random);

export function simulate(event: Event, limits: AccountLimits, seed = 1): Simulated {
  const { players, shards, arriving, reading } = event;
  const random = seeded(seed);
  const { begin, refused, coldStarts } = traffic(limits, shards, random);
  const room = roomOf(event, limits);
  const shardOf = (player: number) => player % shards;

  const joining = begin('joining');
  const joined: number[] = [];
  for (let i = 0; i < players; i++)
    joining.connect(random() * arriving * 1000, (open) =>
      joining.frame(open, joinAt(shardOf(i)), (seated) => {
        joined.push(seated);
        for (let sample = 0; sample < CLOCK_SAMPLES; sample++) joining.frame(seated + sample * 200, [], () => {});
      }),
    );
  for (let at = 0; at < arriving * 1000; at += LOOKS.lobby)
    joining.on.at(at, () => room.look(joining, at, joined.length / players));
  joining.on.play();

  const asking = begin('question');
  const heard: number[] = [];
  let opens = 0;
  const archive = (archived: (at: number) => void) =>
    room.decide(asking, 0, (decided) => room.keep(asking, decided, ANSWER_BYTES.archived, archived));
  archive((decided) => {
    opens = decided + Math.max(reading * 1000, 1000 + (players / 5000) * 1000);
    const missed = (at: number) => asking.note('late', at);
    room.tell(asking, decided, { to: { heard: (at) => heard.push(at), missed }, until: opens, cold: true });
  });
  asking.on.play();

  // Posts of the answer count share the throttle.
  const answering = begin('answers');
  const [acknowledged, waited]: [number[], number[]] = [[], []];
  const [least, most] = event.answering;
  for (let i = 0; i < players; i++) {
    const tap = (least + random() * (most - least)) * 1000;
    answering.frame(tap, answerAt(shardOf(i)), (at) => {
      acknowledged.push(at);
      waited.push(at - tap);
    });
  }
  let told = { at: 0, answered: 0 };
  const tally = (now: number) => {
    const answered = acknowledged.length;
    if (answered === told.answered || now - told.at < tallyInterval(players)) return;
    told = { at: now, answered };
    room.tell(answering, now, { to: { heard: () => {}, missed: () => {} } });
  };
  for (let at = LOOKS.question / 2; at < most * 1000 + 2500; at += LOOKS.question) room.look(answering, at, 1, tally);
  answering.on.play();

  const revealing = begin('reveal');
  const revealed: number[] = [];
  const has = (at: number) => revealed.push(at);
  const missed = (at: number) => {
    revealing.note('late', at);
    revealing.frame(Math.max(at, overdue(players, random())), syncAt(shardOf(Math.floor(random() * players))), has);
  };
  room.decide(revealing, 0, (decided) =>
    room.keep(revealing, decided, STANDING_BYTES, (kept) => room.tell(revealing, kept, { to: { heard: has, missed } })),
  );
  revealing.on.play();

  const sorted = (times: number[]): Curve => times.sort((a, b) => a - b);
  return {
    joined: sorted(joined),
    heard: sorted(heard),
    opens,
    acknowledged: sorted(acknowledged),
    waited: sorted(waited),
    revealed: sorted(revealed),
    refused,
    coldStarts: coldStarts(),
  };
}
