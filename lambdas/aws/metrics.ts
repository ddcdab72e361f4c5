// CloudWatch embedded metric format. Never a name, answer or secret.

/** Summed up: a log line per answer costs too much. */
export const METRIC_TYPES = {
  Answers: { unit: 'Count', of: 'sum' },
  Joins: { unit: 'Count', of: 'sum' },
  Refusals: { unit: 'Count', of: 'sum' },
  Posts: { unit: 'Count', of: 'sum' },
  PostsMissed: { unit: 'Count', of: 'sum' },
  PostsGone: { unit: 'Count', of: 'sum' },
  Faults: { unit: 'Count', of: 'sum' },
  /** AWS/DynamoDB's own keep an alarm red: it says nothing where nothing is throttled. */
  TableThrottles: { unit: 'Count', of: 'sum' },
  Connected: { unit: 'Count', of: 'most' },
  BroadcastMs: { unit: 'Milliseconds', of: 'each' },
} as const satisfies Record<string, { unit: string; of: 'sum' | 'most' | 'each' }>;

export type Metric = keyof typeof METRIC_TYPES;

export const NAMESPACE = 'Quizcast';
/** Two stacks may share a region. */
export const DIMENSION = 'Stack';
const URGENT: ReadonlySet<Metric> = new Set<Metric>(['Faults', 'PostsMissed', 'TableThrottles']);
/** CloudWatch's limit per line. */
const MOST_VALUES = 100;

export interface Metrics {
  add(metric: Metric, value: number): void;
  /** After each invocation: the instance freezes in between. */
  flush(): void;
}

/**
 * @param write not `console`: Lambda's JSON logging wraps its lines
 *   (aws-powertools/powertools-lambda-typescript#1786), and drops them where logging starts at WARN
 * @param everyMs minimum time between two lines
 */
export function createMetrics({
  stack,
  now,
  write = (line) => process.stdout.write(`${line}\n`),
  everyMs = 10_000,
}: {
  stack: string;
  now: () => number;
  write?: (line: string) => void;
  everyMs?: number;
}): Metrics {
  let gathered = new Map<Metric, [number, ...number[]]>();
  let since = Number.NEGATIVE_INFINITY;
  return {
    add(metric, value) {
      const { of } = METRIC_TYPES[metric];
      const values = gathered.get(metric);
      if (!values) gathered.set(metric, [value]);
      else if (of === 'sum') values[0] += value;
      else if (of === 'most') values[0] = Math.max(values[0], value);
      else if (values.length < MOST_VALUES) values.push(value);
    },
    flush() {
      if (!gathered.size) return;
      const at = now();
      if (at - since < everyMs && ![...gathered.keys()].some((metric) => URGENT.has(metric))) return;
      const metrics = [...gathered.keys()].map((Name) => ({ Name, Unit: METRIC_TYPES[Name].unit }));
      const figures = [...gathered].map(([name, values]) => [name, METRIC_TYPES[name].of === 'each' ? values : values[0]]);
      const directive = { Namespace: NAMESPACE, Dimensions: [[DIMENSION]], Metrics: metrics };
      const _aws = { Timestamp: at, CloudWatchMetrics: [directive] };
      write(JSON.stringify({ _aws, [DIMENSION]: stack, ...Object.fromEntries(figures) }));
      gathered = new Map();
      since = at;
    },
  };
}

export const faultLogLine = (error: unknown, ids: Record<string, string | undefined>): string => {
  const { name, message, stack } = error instanceof Error ? error : { name: 'Thrown', message: String(error), stack: undefined };
  return JSON.stringify({ level: 'ERROR', ...ids, fault: name, message, stack });
};
