// `npm run test:changed -- [COMMIT]`: tests related to what changed since a commit.
import { spawnSync } from 'node:child_process';

const [commit = 'HEAD~1'] = process.argv.slice(2);
const git = (...args: string[]) => {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n').filter(Boolean) : undefined;
};
const lines = (...args: string[]) => {
  const found = git(...args);
  if (found) return found;
  console.error(`git ${args[0]} failed, so what has changed is unknown.`);
  process.exit(1);
};
// Nothing found would read as nothing to test.
if (!git('rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`)) {
  console.error(`There is no commit ${commit} here.`);
  process.exit(1);
}
const changed = lines('diff', '--name-only', '--diff-filter=d', commit).concat(
  lines('ls-files', '--others', '--exclude-standard'),
);

// Whole games, which every change reaches: run when changed themselves.
const WHOLE_GAMES = /^test\/(browser|rehearsal|bench|aws|local|faults)\//;
const own = new Set(changed.map((file) => file.split('/').slice(0, 2).join('/')));
const projects = ['boundaries', 'rules', 'hosts', ...(own.has('test/browser') ? ['browser'] : [])];
const cloud = ['test/aws', 'test/rehearsal', 'test/bench'].some((folder) => own.has(folder));
const stack = changed.some((file) => /^(test\/)?infra\//.test(file));
const skipped = ['test/browser', 'test/rehearsal', 'test/bench', 'test/aws', 'test/faults', 'test/local'].filter(
  (folder) => !changed.some((file) => WHOLE_GAMES.test(file) && file.startsWith(`${folder}/`)),
);
const args = [
  ...['related', '--run', '--passWithNoTests', ...changed.filter((file) => /\.tsx?$/.test(file))],
  ...[...projects, ...(cloud ? ['cloud'] : []), ...(stack ? ['stack'] : [])].flatMap((name) => ['--project', name]),
  ...skipped.flatMap((folder) => ['--exclude', `${folder}/**`]),
];
console.log(`Since ${commit}: ${changed.length} files. Left out: ${skipped.join(', ') || 'nothing'}.`);
process.exitCode = spawnSync('npx', ['vitest', ...args], { stdio: 'inherit' }).status ?? 1;
