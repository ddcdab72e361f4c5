// The packed program: started by a double click, it keeps to the user's own places and opens the host's page.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import open from 'open';
import { backupCommand } from '../cli/backup-command.ts';
import { readOptions } from '../cli/options.ts';
import { HOST_LINK, run } from '../run.ts';
import { openContents } from './contents.ts';

const FIREWALL = `
  Windows may ask whether Quizcast may use the network: phones reach this computer that way.
  Allow it, for private networks at least. Nothing leaves your network.`;

const command = 'quizcast';
const isDoubleClicked = process.argv.length <= 2;
const isWindows = process.platform === 'win32';

async function openPage(link: string): Promise<void> {
  try {
    await open(link);
  } catch {
    console.log('  No browser could be opened from here. Open the host link yourself.');
  }
}

async function openRunning(data: string): Promise<never> {
  const link = readFileSync(join(data, HOST_LINK), 'utf8').trim();
  console.log(`Quizcast is running already. Its host page: ${link}`);
  await openPage(link);
  process.exit(0);
}

async function main(): Promise<void> {
  const home = envPaths('quizcast', { suffix: '' }).data;
  const [, , first, ...rest] = process.argv;
  if (first === 'backup') process.exit(await backupCommand(rest, home, { start: command, backup: `${command} backup` }));
  const options = readOptions(command, home);
  // Its window would close before anybody has read why.
  if (isWindows && isDoubleClicked)
    process.on('exit', (code) => {
      if (code) spawnSync('cmd', ['/c', 'pause'], { stdio: 'inherit' });
    });
  if (isWindows && !existsSync(join(options.data, HOST_LINK))) console.log(FIREWALL);
  const hostLink = await run({ command, ...openContents(), ...(isDoubleClicked && { onInUse: openRunning }) }, options);
  if (isDoubleClicked) await openPage(hostLink);
}

// No `await`: within an executable it is CommonJS.
void main();
