import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quizFilesIn, readQuizFile } from '../quizzes/quiz-files.ts';
import { backupCommand } from './cli/backup-command.ts';
import { readOptions } from './cli/options.ts';
import { repositoryVersion } from './cli/repository-version.ts';
import { run } from './run.ts';

const ROOT = join(import.meta.dirname, '..');
const command = 'npm start --';

const [, , first, ...rest] = process.argv;
if (first === 'backup') process.exit(await backupCommand(rest, 'data', { start: command, backup: 'npm run backup --' }));
await run(
  {
    command,
    version: repositoryVersion(ROOT),
    licences: () => readFileSync(join(ROOT, 'LICENSE'), 'utf8'),
    pages: join(ROOT, 'dist'),
    samples: () => quizFilesIn(join(ROOT, 'quizzes')).map(readQuizFile),
  },
  readOptions(command, 'data'),
);
