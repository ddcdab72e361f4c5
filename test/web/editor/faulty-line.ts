// A server of one quiz in memory, and lines to it that lose, delay and cut.
import { signal } from '@preact/signals-core';
import type { Draft } from '../../../game/quiz/library.ts';
import type { ConnectionStatus } from '../../../web/connection/status.ts';
import { type Heading, isSame } from '../../../web/editor/model/edited-quiz.ts';
import type { EditsStore, KeptEdits } from '../../../web/editor/model/kept-edits.ts';
import type { EditorLine, SaveReply } from '../../../web/editor/model/line.ts';
import type { Versioned } from '../../../web/editor/model/row.ts';
import type { RowNews } from '../../../web/editor/model/rows.ts';

/** Virtual time; between two events all promises go on. */
export function createTime() {
  const due: { at: number; run: () => void }[] = [];
  let now = 0;
  const settled = () => new Promise<void>((done) => setImmediate(done));
  return {
    later(ms: number, run: () => void) {
      const one = { at: now + ms, run };
      due.push(one);
      return () => void (due.includes(one) && due.splice(due.indexOf(one), 1));
    },
    instant: () => ({ monotonicMs: now, date: now }),
    async advance(ms: number) {
      await settled();
      const end = now + ms;
      for (;;) {
        const next = due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        due.splice(due.indexOf(next), 1);
        now = next.at;
        next.run();
        await settled();
      }
      now = end;
    },
  };
}
export type Time = ReturnType<typeof createTime>;

export function createServer(heading?: Heading, drafts: Record<string, Draft> = {}) {
  let head: Versioned<Heading> | undefined = heading && { version: 1, value: heading };
  const rows = new Map<string, Versioned<Draft>>(Object.entries(drafts).map(([id, value]) => [id, { version: 1, value }]));
  const pushes = new Set<(from: object, news: RowNews) => void>();
  /** A save replaces the version before its own; repeated, it is the same save. */
  function save<T>(there: Versioned<T> | undefined, row: Versioned<T>, put: () => void): SaveReply<T> {
    if (there && there.version === row.version && isSame(there.value, row.value)) return { saved: true };
    if (row.version !== (there?.version ?? 0) + 1) return there ? { there } : { refused: 'noQuiz' };
    put();
    return { saved: true };
  }
  const copy = <T>(value: T): T => structuredClone(value);
  return {
    pushes,
    head: () => head,
    rows,
    saves: 0,
    saveHeading(from: object, row: Versioned<Heading>) {
      this.saves++;
      return save(head, row, () => {
        head = copy(row);
        for (const push of pushes) push(from, { heading: copy(row) });
      });
    },
    saveDraft(from: object, id: string, row: Versioned<Draft>) {
      this.saves++;
      if (!head) return { refused: 'noQuiz' };
      return save(rows.get(id), row, () => {
        rows.set(id, copy(row));
        for (const push of pushes) push(from, { id, draft: copy(row) });
      });
    },
    load: () =>
      head && {
        heading: copy(head),
        drafts: new Map(head.value.order.flatMap((id) => (rows.has(id) ? [[id, copy(rows.get(id)!)] as const] : []))),
      },
  };
}
export type FakeServer = ReturnType<typeof createServer>;

/** @param random 0 to 1; below 0.3 frames are lost */
export function createFaultyLine(server: FakeServer, { later }: Time, random: () => number) {
  const self = {};
  const status = signal<ConnectionStatus>('open');
  let connection = 0;
  let subscribed = -1;
  const ears = new Set<{ heard: (news: RowNews) => void; connected: () => void }>();
  const waiting = new Set<() => void>();
  const delay = () => 5 + random() * 200;
  server.pushes.add((from, news) => {
    if (from === self || subscribed !== connection || random() < 0.3) return;
    const by = connection;
    later(delay(), () => {
      if (by === connection) for (const { heard } of ears) heard(news);
    });
  });

  function request<R>(run: () => R): Promise<R> {
    return new Promise((resolve) => {
      let done = false;
      const attempt = () => {
        if (done) return;
        waiting.add(attempt);
        if (status.peek() !== 'open') return;
        later(delay(), () => {
          if (status.peek() !== 'open') return;
          const reply = run();
          if (random() < 0.3) later(1000, attempt);
          else
            later(delay(), () => {
              if (status.peek() !== 'open') return;
              done = true;
              waiting.delete(attempt);
              resolve(reply);
            });
        });
      };
      attempt();
    });
  }

  const line: EditorLine = {
    status,
    isBinned: signal(false),
    takeOut: async () => {},
    load: () =>
      request(() => {
        subscribed = connection;
        return server.load() ?? 'none';
      }),
    saveHeading: (row) => request(() => server.saveHeading(self, row)),
    saveDraft: (id, row) => request(() => server.saveDraft(self, id, row)),
    listen(heard, connected) {
      const one = { heard, connected };
      ears.add(one);
      return () => ears.delete(one);
    },
  };
  return {
    line,
    cut() {
      status.value = 'lost';
      connection++;
    },
    mend() {
      if (status.peek() === 'open') connection++;
      status.value = 'open';
      for (const { connected } of ears) connected();
      for (const attempt of [...waiting]) attempt();
    },
  };
}

/** Of one device. */
export function createFakeStore(): EditsStore & { kept: KeptEdits | undefined } {
  return {
    kept: undefined,
    async load() {
      return this.kept ? [structuredClone(this.kept)] : [];
    },
    async keep(_, edits) {
      this.kept = structuredClone(edits);
    },
  };
}
