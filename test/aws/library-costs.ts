// What hosts cost who make and keep quizzes, counted by the engine.
import { SIZES } from '../../infra/backend/functions.ts';
import { ASSUMED_MS, dollars, type Usage } from '../../infra/settings/prices.ts';
import { quizOf } from '../lambdas/handler-fixture.ts';
import type { Engine } from './engine.ts';
import { meteredRoom } from './metered-room.ts';

/** Somebody who never rests is saved every 2.5 s. */
const SAVES_A_MINUTE = 24;
const QUIZZES = 1000;
const AT_ONCE = 50;
const QUESTIONS = 200;

const DRAFT = {
  kind: 'choice',
  text: 'Which of these cities is the capital of the country on the west coast of South America?',
  options: ['Santiago de Chile', 'Lima', 'Bogotá', 'Buenos Aires'],
  right: 2,
  seconds: 20,
  reading: 5,
  explanation: 'It has been the seat of its government since the middle of the sixteenth century.',
};

export interface LibraryCost {
  what: string;
  /** Each with its reply. */
  frames: number;
  /** Operations of the table. */
  calls: string[];
  usage: Usage;
}

/** @param engine its table is new */
export async function reckonLibrary(engine: Engine): Promise<LibraryCost[]> {
  const calls: string[] = [];
  const counted: Engine = {
    ...engine,
    call(operation, body) {
      calls.push(operation);
      return engine.call(operation, body);
    },
  };
  const { key, say, unitsOf } = await meteredRoom(counted, 'Quizcast-library', quizOf(DRAFT));
  const costs: LibraryCost[] = [];
  async function reckon(what: string, work: () => Promise<number>) {
    calls.length = 0;
    let frames = 0;
    const { writes, reads } = await unitsOf(async () => {
      frames = await work();
    });
    const usage: Usage = {
      message: 2 * frames,
      connectionMinute: 0,
      invocation: frames,
      gbSecond: (frames * ASSUMED_MS.host * SIZES.host.memory) / 1000 / 1024,
      writeUnit: writes,
      readUnit: reads,
    };
    costs.push({ what, frames, calls: [...calls], usage });
  }
  const saveHead = (quiz: string, order: string[]) =>
    say('page', 'saveQuiz', { key, quiz, version: 1, title: `Capitals of ${quiz}`, language: 'en', order });
  const saveDraft = (quiz: string, question: string, version: number) =>
    say('page', 'saveQuestion', { key, quiz, question, version, draft: { ...DRAFT, seconds: version } });

  const ids = Array.from({ length: QUESTIONS }, (_, i) => `q${i}`.padEnd(8, '_'));
  await saveHead('usual', ids.slice(0, 12));
  await saveHead('large', ids);
  for (let i = 0; i < QUESTIONS; i++) await saveDraft('large', ids[i] ?? '', 1);
  await reckon('typing a minute without rest', async () => {
    for (let version = 1; version <= SAVES_A_MINUTE; version++) await saveDraft('usual', 'q0', version);
    return SAVES_A_MINUTE;
  });
  await reckon(`opening a quiz of ${QUESTIONS} questions`, async () => {
    let frames = 0;
    for (let after: string | undefined; frames === 0 || after; frames++) {
      const frame = await say('page', 'quiz', { key, quiz: 'large', after });
      after = frame.type === 'quiz' ? frame.next : undefined;
    }
    return frames;
  });

  const rest = Array.from({ length: QUIZZES - 2 }, (_, i) => `quiz-${i}`);
  for (let i = 0; i < rest.length; i += AT_ONCE)
    await Promise.all(rest.slice(i, i + AT_ONCE).map((quiz) => saveHead(quiz, ids.slice(0, 12))));
  await reckon(`the newest 50 of ${QUIZZES.toLocaleString('en')} quizzes`, async () => {
    await say('page', 'library', { key });
    return 1;
  });
  return costs;
}

export function libraryRow({ what, frames, usage }: LibraryCost): string {
  const whole = (n: number) => Math.round(n).toLocaleString('en');
  return `| ${[what, whole(2 * frames), whole(frames), whole(usage.writeUnit), whole(usage.readUnit), `$${dollars(usage).toFixed(5)}`].join(' | ')} |`;
}
