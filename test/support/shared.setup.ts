// Started when a test first asks, ended with the run.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { startDynamodbLocal } from '../aws/dynamodb-local.ts';
import { findBrowser } from '../browser/find-browser.ts';

const run = promisify(execFile);

/** By name: starts it, and says where it is and how it ends. */
const SERVICES = {
  async assembly() {
    const outdir = mkdtempSync(join(tmpdir(), 'quizcast-assembly-'));
    const script = `import { synthesise } from './infra/app.ts'; await synthesise({ outdir: ${JSON.stringify(outdir)} })`;
    await run(process.execPath, ['--input-type=module', '-e', script]);
    return { where: outdir, close: async () => rmSync(outdir, { recursive: true }) };
  },
  async dynamodb() {
    const { port, close } = await startDynamodbLocal();
    return { where: String(port), close };
  },
  async browser() {
    const server = await chromium.launchServer(await findBrowser());
    return { where: server.wsEndpoint(), close: () => server.close() };
  },
} satisfies Record<string, () => Promise<{ where: string; close(): Promise<void> }>>;

export type SharedService = keyof typeof SERVICES;

export default async function setup() {
  // Each project has its own set-up; the first one serves all.
  if (process.env.QUIZCAST_SHARED) return;
  // Every process of the run compiles what it loads only if no other has.
  const compiled = mkdtempSync(join(tmpdir(), 'quizcast-compiled-'));
  process.env.NODE_COMPILE_CACHE = compiled;
  const started = new Map<string, ReturnType<(typeof SERVICES)[SharedService]>>();
  const isService = (name: string): name is SharedService => Object.hasOwn(SERVICES, name);
  const server = createServer(async (req, res) => {
    const name = req.url?.slice(1) ?? '';
    if (!isService(name)) return void res.writeHead(404).end();
    const service = started.get(name) ?? SERVICES[name]();
    started.set(name, service);
    await service.then(
      ({ where }) => res.end(where),
      (error) => res.writeHead(500).end(String(error)),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  process.env.QUIZCAST_SHARED = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return async () => {
    server.close();
    server.closeAllConnections();
    delete process.env.QUIZCAST_SHARED;
    const all = await Promise.allSettled(started.values());
    await Promise.all(all.map((one) => one.status === 'fulfilled' && one.value.close()));
    rmSync(compiled, { recursive: true, force: true });
  };
}
