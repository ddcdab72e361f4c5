// Runs the functions as Lambda does, with asynchronous events.
import { type Deployed, type ExecutionEnvironment, startEnvironment } from './execution-environment.ts';
import type { May } from './policy.ts';
import { policyOf } from './policy.ts';
import type { Stack } from './template.ts';

/** Limit of asynchronous events: 1 MB. */
const MOST_PAYLOAD = 1_000_000;

export interface FunctionCounts {
  invocations: number;
  coldStarts: number;
  /** Duration including cold starts, ms. */
  ms: number[];
}

export interface Functions {
  /** @throws the function's error */
  invoke(name: string, event: unknown): Promise<unknown>;
  /** Queues an event; runs it once, twice or never. */
  enqueue(name: string, payload: string): 'accepted' | 'too large' | 'no such function';
  caller(accessKey: string): { name: string; environment: ExecutionEnvironment; may: May } | undefined;
  counts: ReadonlyMap<string, FunctionCounts>;
  close(): Promise<void>;
}

interface FunctionsOptions {
  stack: Stack;
  most: number;
  endpoints: () => Record<string, string>;
  /** Rewrites a variable for the local addresses. */
  variable: (value: string) => string;
  /** Deliver the n-th asynchronous event twice? */
  twice: (n: number) => boolean;
  log: (line: string, name: string) => void;
  read: (variables: string[], name: string) => void;
  timeFactor: number;
  fault: (what: string) => void;
}

export function functionsOf({
  stack,
  most,
  endpoints,
  variable,
  twice,
  log,
  read,
  timeFactor,
  fault,
}: FunctionsOptions): Functions {
  const pools = new Map(
    stack.of('AWS::Lambda::Function').flatMap(({ id, Properties }) => {
      const { Code, Handler, MemorySize, Timeout, Environment, Role, Runtime } = Properties;
      if (!Runtime.startsWith('nodejs') || Handler !== 'index.handler' || !Properties.Description?.startsWith('Quizcast: '))
        return [];
      const deployed: Deployed = {
        name: id,
        folder: stack.folderOf(Code.S3Key),
        handler: Handler,
        memory: MemorySize,
        timeout: Timeout * 1000 * timeFactor,
        variables: Environment?.Variables ?? {},
      };
      const counts: FunctionCounts = { invocations: 0, coldStarts: 0, ms: [] };
      const waiting: (() => void)[] = [];
      return [
        [
          id,
          {
            deployed,
            may: policyOf(stack, Role),
            all: [] as ExecutionEnvironment[],
            idle: [] as ExecutionEnvironment[],
            waiting,
            counts,
          },
        ] as const,
      ];
    }),
  );
  const configs = stack.of('AWS::Lambda::EventInvokeConfig').map(({ Properties }) => Properties);
  const callers = new Map<string, { name: string; environment: ExecutionEnvironment; may: May }>();
  let events = 0;
  let closed = false;
  const pending = new Set<Promise<void>>();

  type Pool = typeof pools extends Map<string, infer P> ? P : never;
  async function environmentOf(pool: Pool): Promise<ExecutionEnvironment> {
    for (;;) {
      const idle = pool.idle.pop();
      if (idle) return idle;
      if (pool.all.length < most) {
        pool.counts.coldStarts++;
        const { name } = pool.deployed;
        const variables = Object.entries(pool.deployed.variables).map(([key, value]) => [key, variable(value)]);
        const here = { ...pool.deployed, variables: Object.fromEntries(variables) };
        const environment = startEnvironment(
          here,
          endpoints(),
          (line) => log(line, name),
          (variables) =>
            read(
              variables.filter((one) => one in here.variables),
              name,
            ),
        );
        pool.all.push(environment);
        callers.set(environment.accessKey, { name, environment, may: pool.may });
        return environment;
      }
      await new Promise<void>((resolve) => pool.waiting.push(resolve));
    }
  }

  async function invoke(name: string, event: unknown): Promise<unknown> {
    const pool = pools.get(name);
    if (!pool) throw new Error(`there is no function ${name}`);
    const environment = await environmentOf(pool);
    pool.counts.invocations++;
    const from = performance.now();
    try {
      const reply = await environment.run(event);
      if (environment.calls > 0 && !closed)
        fault(`${name} returned with ${environment.calls} of its calls unanswered: Lambda freezes it there`);
      return reply;
    } finally {
      pool.counts.ms.push(performance.now() - from);
      if (environment.dead) {
        pool.all.splice(pool.all.indexOf(environment), 1);
        void environment.end();
      } else pool.idle.push(environment);
      pool.waiting.shift()?.();
    }
  }

  async function later(name: string, payload: string): Promise<void> {
    const config = configs.find(({ FunctionName }) => FunctionName === name);
    const tries = 1 + (config?.MaximumRetryAttempts ?? 2);
    const until = Date.now() + (config?.MaximumEventAgeInSeconds ?? 21_600) * 1000;
    for (let nth = 0; nth < tries && Date.now() < until && !closed; nth++) {
      try {
        await invoke(name, JSON.parse(payload));
        return;
      } catch (error) {
        if (!closed) fault(`${name}, invoked asynchronously: ${String(error).split('\n')[0]}`);
      }
    }
  }

  return {
    invoke,
    enqueue(name, payload) {
      if (!pools.has(name)) return 'no such function';
      if (Buffer.byteLength(payload) > MOST_PAYLOAD) return 'too large';
      const times = twice(events++) ? 2 : 1;
      for (let i = 0; i < times; i++) {
        const done: Promise<void> = later(name, payload).finally(() => pending.delete(done));
        pending.add(done);
      }
      return 'accepted';
    },
    caller: (accessKey) => callers.get(accessKey),
    counts: new Map([...pools].map(([name, { counts }]) => [name, counts])),
    async close() {
      closed = true;
      await Promise.all([...pools.values()].flatMap(({ all }) => all.map((one) => one.end())));
      await Promise.allSettled(pending);
    },
  };
}
