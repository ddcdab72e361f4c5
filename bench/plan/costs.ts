// Estimates AWS usage and cost from the event's size.

import { ANSWER_SLOTS } from '../../game/seats/seat.ts';
import { syncInterval, tallyInterval } from '../../game/wire/pacing.ts';
import { SIZES } from '../../infra/backend/functions.ts';
import { ASSUMED_MS, dollars, type Usage } from '../../infra/settings/prices.ts';
import { ANSWER_BYTES, CLOCK_SAMPLES, OPERATIONS, SEAT_BYTES, STANDING_BYTES } from './operations.ts';
import type { Event } from './simulate.ts';

/** Time without answers, s. */
const PAUSES = { reveal: 6, standings: 4, podium: 30, getReady: 3 };
/** Write units of the room item per question. */
const ROOM_WRITES = 11;
const KB = 1024;

export interface Reckoned {
  usage: Usage;
  dollars: number;
  /** Frames per player and question, both ways. */
  framesEach: number;
  /** Whole event, s. */
  lasts: number;
}

export function reckonEvent(event: Event, questions: number): Reckoned {
  const { players, arriving, reading, answering, shards, crowdFrom } = event;
  const [least, most] = answering;
  const open = most + 2.5;
  const lasts = arriving + questions * (reading + open + PAUSES.reveal + PAUSES.standings) + PAUSES.getReady + PAUSES.podium;
  const looks = arriving + questions * (reading + open) + (questions * (PAUSES.reveal + PAUSES.standings) + PAUSES.podium) / 2;

  const tallyPause = tallyInterval(players) / 1000;
  const talliesEach = Math.floor((most + 1) / tallyPause) - Math.floor(least / tallyPause);
  const tallies = questions * players * talliesEach;
  const syncs =
    players * Math.floor(arriving / 2 / (syncInterval(players) / 1000)) +
    players * Math.floor(PAUSES.podium / (syncInterval(players) / 1000));
  const posts = players * (questions * 2 + 2) + tallies;
  const fromPlayers = players * (1 + CLOCK_SAMPLES + questions) + syncs;
  const fromHost = looks + questions * 2 + 4;
  const announcements = players > crowdFrom ? (questions * (2 + talliesEach) + 2) * shards : 0;

  // Host syncs read eventually consistent; moves and announcements read strongly.
  const allSeats = (players * (SEAT_BYTES + ANSWER_SLOTS * ANSWER_BYTES.held)) / KB / 4;
  const laterRounds = Math.max(0, questions - ANSWER_SLOTS);
  // Later reveals build on kept standings.
  const standingsRead = (players * STANDING_BYTES * laterRounds) / KB / 4;
  const podiumRead = (players * ANSWER_BYTES.archived * laterRounds) / KB / 4;
  const seatsRead = allSeats * (looks / 2 + questions * 4) + standingsRead + podiumRead;
  const reads =
    players * OPERATIONS.join.reads + syncs * OPERATIONS.sync.reads + players * OPERATIONS.leave.reads + seatsRead + looks * 1.2;
  const { join, leave } = OPERATIONS;
  const partsWritten = (rounds: number, bytes: number) => rounds * Math.max(4 * shards, (players * bytes) / KB);
  const results = partsWritten(questions, STANDING_BYTES) + partsWritten(laterRounds, ANSWER_BYTES.archived);
  const writes =
    players * (join.writes + join.indexWrites + leave.writes + leave.indexWrites + questions) + results + questions * ROOM_WRITES;

  const invocations = { connect: players, disconnect: players, player: fromPlayers, host: fromHost, announce: announcements };
  const working = Object.entries(invocations) as [keyof typeof invocations, number][];
  const milliseconds = working.reduce((sum, [name, times]) => sum + times * ASSUMED_MS[name] * SIZES[name].memory, 0);
  const usage: Usage = {
    message: 2 * (fromPlayers + fromHost) + posts,
    connectionMinute: players * Math.ceil((lasts - arriving / 2) / 60),
    invocation: working.reduce((sum, [, times]) => sum + times, 0),
    gbSecond: (milliseconds + posts * ASSUMED_MS.post * SIZES.host.memory) / 1000 / KB,
    writeUnit: writes,
    readUnit: reads,
  };
  return { usage, dollars: dollars(usage), framesEach: usage.message / players / questions, lasts };
}
