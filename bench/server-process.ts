// Child process: the product, as `npm start` runs it.
// Arguments: data folder, port, reading seconds, players.
import { parseQuiz } from '../game/quiz/quiz.ts';
import { API_GATEWAY_LIMITS } from '../local/gateway/limits.ts';
import { startServer } from '../local/server.ts';
import { tellUsage } from './usage.ts';

const QUESTIONS = 100;

const [data, port, reading, players] = process.argv.slice(2) as [string, string, string, string];
/** All players here share one address. */
const roomFor = (limit: 'connectionsPerAddress' | 'joinsBurst') => Math.max(API_GATEWAY_LIMITS[limit], Number(players) + 1000);
const parsed = parseQuiz({
  title: 'Measured',
  language: 'en',
  questions: Array.from({ length: QUESTIONS }, (_, i) => ({
    kind: 'choice',
    text: `Which of these cities is the capital of the country numbered ${i + 1}?`,
    options: ['Santiago de Chile', 'Lima', 'Bogotá', 'Buenos Aires'],
    right: 1 + (i % 4),
    seconds: 20,
    reading: Number(reading),
    explanation: 'It has been the seat of its government since the middle of the sixteenth century.',
  })),
});
if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));

const refused = new Map<string, number>();
const server = await startServer({
  port: Number(port),
  host: '127.0.0.1',
  data,
  pages: data,
  quizzes: [{ id: 'measured', quiz: parsed.quiz, media: new Map() }],
  limits: { connectionsPerAddress: roomFor('connectionsPerAddress'), joinsBurst: roomFor('joinsBurst') },
  onRefused: (what) => refused.set(what, (refused.get(what) ?? 0) + 1),
  onFault(error) {
    console.error(error);
    process.exit(1);
  },
});
tellUsage(refused);
process.send!({ port: server.port, key: server.key });
