// A server without faults, for virtual time.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WebSocket } from 'ws';
import type { Quiz } from '../../game/quiz/quiz.ts';
import { steadyNow } from '../../local/steady-now.ts';
import { openJournal } from '../../local/store/journal.ts';
import { openStore } from '../../local/store/store.ts';
import { connectClient, type ProtocolClient } from '../support/protocol-client.ts';
import { faultPlan } from './fault-plan.ts';
import { startFaultyServer } from './faulty-server.ts';

interface FaultlessServer {
  key: string;
  line: { port: number; open: (url: string) => WebSocket };
  connect(): Promise<ProtocolClient>;
  close(): Promise<void>;
}

/** The quiz id is `quiz`. */
export async function startFaultlessServer(quiz: Quiz): Promise<FaultlessServer> {
  const data = mkdtempSync(join(tmpdir(), 'quizcast-'));
  const fail = (error: unknown) => {
    throw error;
  };
  // A flush takes real time.
  const journal = openJournal(data, fail, async () => {});
  const plan = faultPlan(1);
  plan.clear();
  const faultless = openStore(journal, steadyNow);
  const { key, port, open, close } = await startFaultyServer({ quiz, plan, faultless, inMemory: true });
  if (!open) throw new Error('a server in memory has lines of its own');
  const url = `ws://127.0.0.1:${port}/socket`;
  return {
    key,
    line: { port, open },
    connect: () => connectClient(url, { socket: open(url), timeoutMs: 60_000 }),
    async close() {
      await close();
      journal.close();
      rmSync(data, { recursive: true });
    },
  };
}
