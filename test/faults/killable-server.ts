// `local/main.ts` as a process of its own, to be killed and started anew with the same data.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../support/free-port.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Started. @param data folder */
export async function killableServer(data: string, quizFile: string) {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  const port = await freePort();
  let child: ChildProcess;

  async function start(): Promise<void> {
    child = spawn(
      process.execPath,
      ['local/main.ts', '--port', String(port), '--host', '127.0.0.1', '--data', data, '--quiz', quizFile],
      { cwd: ROOT },
    );
    let said = '';
    await new Promise<void>((resolve, reject) => {
      child.stdout?.on('data', (text) => {
        said += text;
        if (said.includes('Ctrl-C')) resolve();
      });
      child.stderr?.on('data', (text) => {
        said += text;
      });
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    });
  }
  await start();

  return {
    port,
    url: `ws://127.0.0.1:${port}/socket`,
    key: () => readFileSync(join(data, 'host-key'), 'utf8').trim(),
    start,
    /** `kill -9`. @returns when it is gone */
    async kill(): Promise<void> {
      child.removeAllListeners('exit');
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}
