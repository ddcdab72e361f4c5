// `npm run costs` writes the cost table into docs/aws.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SIZES } from '../../infra/backend/functions.ts';
import { brakesOf, worstDay } from '../../infra/settings/brakes.ts';
import { ASSUMED_MS, dollars, NAMES, PRICES, type Priced, type Usage } from '../../infra/settings/prices.ts';
import { WARM } from '../../infra/settings/settings.ts';
import { dynamoStore } from '../../lambdas/aws/dynamodb/store.ts';
import { quizOf } from '../lambdas/handler-fixture.ts';
import { dynamodbLocal } from './dynamodb-local.ts';
import { clientOn, createTable, type Engine } from './engine.ts';
import { type LibraryCost, libraryRow, reckonLibrary } from './library-costs.ts';
import { metered } from './metered.ts';
import { type GameFunction, HABITS, type Played, wholeGame } from './whole-game.ts';

export const PAGE = fileURLToPath(new URL('../../docs/aws.md', import.meta.url));
const SIZES_OF_ROOMS = [250, 1000, 5000, 50_000];
const SIZES_OF_GAMES = [30, 100, 300];
const QUESTIONS = 10;

export const QUIZ = quizOf(
  ...Array.from({ length: QUESTIONS }, (_, i) => ({
    kind: 'choice',
    text: `Which of these cities is the capital of the country numbered ${i}?`,
    options: ['Santiago de Chile', 'Lima', 'Bogotá', 'Buenos Aires'],
    right: 1 + (i % 4),
    seconds: 20,
    reading: 5,
    explanation: 'It has been the seat of its government since the middle of the sixteenth century.',
  })),
);

function usageOf(
  { invocations, messages, connectionMinutes }: Played,
  { reads, writes, indexWrites }: ReturnType<ReturnType<typeof metered>['spent']>,
): Usage {
  const each = Object.entries(invocations) as [GameFunction, number][];
  const working = each.reduce((sum, [name, times]) => sum + times * ASSUMED_MS[name] * SIZES[name].memory, 0);
  const posting = messages.posts * ASSUMED_MS.post * SIZES.host.memory;
  return {
    message: messages.in + messages.replies + messages.posts,
    connectionMinute: connectionMinutes,
    invocation: each.reduce((sum, [, times]) => sum + times, 0),
    gbSecond: (working + posting) / 1000 / 1024,
    writeUnit: writes + indexWrites,
    readUnit: reads,
  };
}

export interface Reckoned {
  players: number;
  played: Played;
  usage: Usage;
}

/** Plays a game and adds up its usage. */
export async function reckon(engine: Engine, players: number): Promise<Reckoned> {
  const table = `Quizcast-${players}`;
  await createTable(engine.call, table);
  const metrics = metered(engine.call);
  const client = clientOn(metrics.call);
  const played = await wholeGame((now) => dynamoStore(client, table, now, { indexRetriesMs: [] }), QUIZ, players);
  return { players, played, usage: usageOf(played, metrics.spent()) };
}

const whole = (n: number) => Math.round(n).toLocaleString('en');
const money = (n: number) => `$${n.toFixed(n < 0.01 ? 4 : 3)}`;

export function gameRow({ players, played: { messages, syncFrames }, usage }: Reckoned): string {
  const cells = [
    players,
    `${whole(usage.message)} (${whole(messages.posts)})`,
    `${Math.round((100 * syncFrames) / usage.message)} %`,
    whole(usage.invocation),
    whole(usage.writeUnit),
    whole(usage.readUnit),
    `**${money(dollars(usage))}**`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function section(games: readonly Reckoned[], library: readonly LibraryCost[]): string {
  const [, hundred] = games as [Reckoned, Reckoned];
  const total = dollars(hundred.usage);
  const shares = (Object.keys(PRICES) as Priced[]).map((name) => {
    const cost = hundred.usage[name] * PRICES[name];
    const much = name === 'gbSecond' ? hundred.usage[name].toFixed(1) : whole(hundred.usage[name]);
    return `| ${NAMES[name]} | ${much} | $${(PRICES[name] * 1e6).toFixed(3)} a million | ${money(cost)} | ${Math.round((100 * cost) / total)} % |`;
  });
  return [
    `One game of ${QUESTIONS} questions, played by the handlers and counted by Amazon's DynamoDB Local; prices of us-east-1, without any free tier:`,
    '',
    '| players | frames (of them posts) | to keep in step | invocations | write units | read units | the game |',
    '|---|---|---|---|---|---|---|',
    ...games.map(gameRow),
    '',
    `The ${hundred.players} players' game by what has a price:`,
    '',
    '| | how much | price | | |',
    '|---|---|---|---|---|',
    ...shares,
    '',
    'Quizzes made and kept, counted alike:',
    '',
    '| | frames and replies | invocations | write units | read units | |',
    '|---|---|---|---|---|---|',
    ...library.map(libraryRow),
    '',
    'The worst day, if somebody floods the deployment and nobody looks (`alarmEmail` and `dailyBudget` see to that):',
    '',
    '| `expectedPlayers` | frames a second at most | writes and reads of the table a second at most | the frames of a day | with 500 new connections a second, all kept open |',
    '|---|---|---|---|---|',
    ...SIZES_OF_ROOMS.map(worstDayRow),
    '',
    `The game: players come over ${HABITS.lobby / 1000} s and take ${HABITS.clockSamples} samples of the clock each; each answers every question, ${HABITS.thinking.least / 1000} to ${HABITS.thinking.most / 1000} s after it opens; the host leaves a`,
    `reveal ${HABITS.reveal / 1000} s, the standings ${HABITS.standings / 1000} s and the podium ${HABITS.podium / 1000} s on the screen. Frames are those of pages, the replies and the posts; to keep in step are syncs and clock samples. Of the posts most are the live tally`,
    '("17 of 30 have answered"), thinned to one a second for each phone and 200 a second for the room. GB-seconds rest on assumed durations',
    `(${(['player', 'host'] as const).map((name) => `${name} ${ASSUMED_MS[name]} ms`).join(', ')}, a post ${ASSUMED_MS.post} ms), everything else is counted.`,
  ].join('\n');
}

/** What the brakes let through, by the code that deploys them. */
export function worstDayRow(expectedPlayers: number): string {
  const brakes = brakesOf({ expectedPlayers, requestsPerSecond: '', warmWrites: WARM.writes.usual });
  const { requests, writes, reads } = brakes;
  const usage = worstDay(brakes);
  const quiet = { ...usage, connectionMinute: 0 };
  const cells = [expectedPlayers, requests, `${whole(writes)} and ${whole(reads)}`, dollars(quiet), dollars(usage)];
  const [players, frames, units, fromOne, most] = cells.map((cell) => (typeof cell === 'number' ? whole(cell) : cell));
  return `| ${players} | ${frames} | ${units} | $${fromOne} | **$${most}** |`;
}

const MARKS = [/<!-- costs.*?-->\n/, /<!-- \/costs -->/] as const;

export function written(page: string): string {
  const from = MARKS[0].exec(page)!;
  return page.slice(from.index + from[0].length, MARKS[1].exec(page)!.index).trim();
}

async function reckonAll(engine: Engine): Promise<Reckoned[]> {
  const games: Reckoned[] = [];
  for (const players of SIZES_OF_GAMES) games.push(await reckon(engine, players));
  return games;
}

if (import.meta.main) {
  const engine = await dynamodbLocal();
  const page = readFileSync(PAGE, 'utf8');
  const from = MARKS[0].exec(page)!;
  const head = page.slice(0, from.index + from[0].length);
  writeFileSync(
    PAGE,
    `${head}\n${section(await reckonAll(engine), await reckonLibrary(engine))}\n\n${page.slice(MARKS[1].exec(page)!.index)}`,
  );
  await engine.close();
}
