import * as v from 'valibot';

/** `-c` gives text. */
const whole = (least: number, most: number) =>
  v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number))]),
    v.integer(),
    v.minValue(least),
    v.maxValue(most),
  );
const yesNo = v.union([
  v.boolean(),
  v.pipe(
    v.picklist(['true', 'false']),
    v.transform((text) => text === 'true'),
  ),
]);
const emptyOr = (pattern: RegExp) => v.pipe(v.string(), v.regex(new RegExp(`^$|${pattern.source}`)));

/** Per second (DynamoDB developer guide: warm throughput, quotas). */
export const WARM = { reads: { usual: 12_000, most: 40_000 }, writes: { usual: 4_000, most: 40_000 } };
/** As in a partition. */
export const warmReads = (writes: number): number => Math.min(3 * writes, WARM.reads.most);

const ROWS = {
  stackName: [
    v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/)),
    'a name of letters, digits and hyphens, at most 40, that begins with a letter',
  ],
  expectedPlayers: [whole(1, 100_000), 'a whole number of players from 1 to 100000: the largest room you expect'],
  anyNames: [yesNo, 'true or false'],
  retentionDays: [whole(1, 365), 'a whole number of days from 1 to 365'],
  keepData: [yesNo, 'true or false'],
  alarmEmail: [emptyOr(/^[^@\s]+@[^@\s]+\.[^@\s]+$/), 'an e-mail address, or empty'],
  accessLogs: [yesNo, 'true or false'],
  webAclArn: [
    emptyOr(/^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/.+$/),
    'the ARN of a web ACL of scope CLOUDFRONT (arn:aws:wafv2:us-east-1:…:global/webacl/…), or empty',
  ],
  domain: [emptyOr(/^([a-z0-9-]+\.)+[a-z]{2,}$/), 'a name such as quiz.example.org, or empty'],
  certificateArn: [
    emptyOr(/^arn:aws:acm:us-east-1:\d{12}:certificate\/.+$/),
    'the ARN of a certificate in us-east-1 (arn:aws:acm:us-east-1:…:certificate/…), or empty',
  ],
  dailyBudget: [whole(0, 1_000_000), 'a whole number of dollars a day, or 0 for none'],
  requestsPerSecond: [
    v.union([v.literal(''), whole(10, 1_000_000)]),
    'a whole number of frames a second from 10 to 1000000, or empty: as expectedPlayers has it',
  ],
  warmWrites: [
    whole(WARM.writes.usual, WARM.writes.most),
    'a whole number of writes a second from 4000, as AWS makes a table, to 40000, which an account may have of one',
  ],
} as const satisfies Record<string, readonly [v.GenericSchema, string]>;

export type Settings = { [K in keyof typeof ROWS]: v.InferOutput<(typeof ROWS)[K][0]> };

/** @throws with a line for each faulty setting */
export function settingsFrom(context: Record<string, unknown>): Settings {
  // CDK's own keys are no plain words.
  const problems = Object.keys(context)
    .filter((name) => /^\w+$/.test(name) && !(name in ROWS))
    .map((name) => `${name} is no setting; there are ${Object.keys(ROWS).join(', ')}.`);
  const settings = Object.entries(ROWS).map(([name, [schema, should]]) => {
    const parsed = v.safeParse(schema, context[name]);
    if (!parsed.success) problems.push(`${name} should be ${should}; it is ${JSON.stringify(context[name]) ?? 'not set'}.`);
    return [name, parsed.output];
  });
  const chosen = Object.fromEntries(settings) as Settings;
  if (!problems.length && (chosen.domain === '') !== (chosen.certificateArn === ''))
    problems.push('domain and certificateArn belong together: give both or neither.');
  if (!problems.length && chosen.dailyBudget && !chosen.alarmEmail)
    problems.push('dailyBudget needs alarmEmail: whom should it write to?');
  if (problems.length)
    throw new Error(`These settings make no sense (cdk.json, or -c on the command line):\n  ${problems.join('\n  ')}`);
  return chosen;
}
