// A process with the whole product in it, as `npm start` runs it. Arguments: a data directory, a port (0: any), seconds of reading time.
import { parseQuiz } from '../game/quiz.ts';
import { startServer } from '../local/server.ts';
import { tellUsage } from './usage.ts';

const QUESTIONS = 100;

const [data, port, reading] = process.argv.slice(2) as [string, string, string];
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

const server = await startServer({
  port: Number(port),
  host: '127.0.0.1',
  data,
  pages: data,
  quizzes: [{ id: 'measured', quiz: parsed.quiz, pictures: new Map() }],
  onFault(error) {
    console.error(error);
    process.exit(1);
  },
});
tellUsage();
process.send!({ port: server.port, key: server.key });
