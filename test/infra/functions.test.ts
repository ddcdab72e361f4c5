// Rights, variables and sizes of the six functions.
import { expect, test } from 'vitest';
import type { Json } from '../aws/engine.ts';
import type { Resource } from '../rehearsal/template.ts';
import { ALL_ON, plain, type Synthesised, synthesised } from './synthesised.ts';

function ofEach<T>({ of }: Synthesised, what: (one: Resource) => T): Record<string, T> {
  const ours = of('AWS::Lambda::Function').filter(({ Properties }) => /^Quizcast: \w+$/.test(Properties.Description));
  return Object.fromEntries(ours.map((one) => [one.Properties.Description.replace('Quizcast: ', ''), what(one)]));
}

/** All permissions of a role, one line a statement. */
function rights({ of }: Synthesised, arn: string): string[] {
  const role = of('AWS::IAM::Role').find(({ id }) => arn.endsWith(`/${id}`))!;
  const attached = of('AWS::IAM::Policy').filter(({ Properties }) => Properties.Roles.includes(role.id));
  const policies: Json[] = [...(role.Properties.Policies ?? []), ...attached.map(({ Properties }) => Properties)];
  const statements: Json[] = policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
  const lines = statements.map(({ Effect, Action, Resource, ...more }) => {
    const [actions, resources] = [[Action].flat().join(' '), [Resource].flat().join(' ')];
    return plain(`${Effect} ${actions} on ${resources}${Object.keys(more).join()}`);
  });
  return [...(role.Properties.ManagedPolicyArns ?? []), ...lines];
}

const HERE = 'us-east-1:123456789012';
const TABLE = `arn:aws:dynamodb:${HERE}:table/Data`;
const log = (name: string) => `Allow logs:CreateLogStream logs:PutLogEvents on arn:aws:logs:${HERE}:log-group:${name}Log:*`;
const POST = `Allow execute-api:ManageConnections on arn:aws:execute-api:${HERE}:Api/socket/POST/@connections/*`;
const BUCKET = [
  'Allow s3:GetObject s3:PutObject on arn:aws:s3:::Media/media/* arn:aws:s3:::Media/new/*',
  'Allow s3:PutObjectTagging on arn:aws:s3:::Media/media/*',
  'Allow s3:ListBucket on arn:aws:s3:::Media',
];
const EVERYTHING = `Allow dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem on ${TABLE}`;

test('each function has exactly the permissions it uses', () => {
  const stack = synthesised(ALL_ON);
  expect(ofEach(stack, ({ Properties }) => rights(stack, Properties.Role))).toEqual({
    connect: [log('Connect')],
    disconnect: [
      `Allow dynamodb:Query on ${TABLE}/index/byConnection`,
      `Allow dynamodb:UpdateItem on ${TABLE}`,
      log('Disconnect'),
    ],
    player: [EVERYTHING, log('Player')],
    announce: [`Allow dynamodb:GetItem dynamodb:Query dynamodb:UpdateItem on ${TABLE}`, POST, log('Announce')],
    sweep: [
      `Allow dynamodb:DeleteItem dynamodb:Query dynamodb:Scan on ${TABLE}`,
      'Allow s3:GetObjectTagging s3:PutObjectTagging on arn:aws:s3:::Media/media/*',
      'Allow s3:ListBucket on arn:aws:s3:::Media',
      log('Sweep'),
    ],
    host: [EVERYTHING, POST, `Allow lambda:InvokeFunction on arn:aws:lambda:${HERE}:function:Announce`, ...BUCKET, log('Host')],
  });
});

test('each function has a role of its own', () => {
  const roles = Object.values(ofEach(synthesised(), ({ Properties }) => Properties.Role));
  expect(new Set(roles).size).toBe(6);
});

test('each function has its variables', () => {
  const stack = synthesised({ expectedPlayers: '5000', retentionDays: '30' });
  const STACK = 'Quizcast';
  const SOCKETS = 'https://Api.execute-api.us-east-1.amazonaws.com/socket';
  const variables = ofEach(stack, ({ Properties }) => Properties.Environment.Variables);
  expect(JSON.parse(plain(JSON.stringify(variables)))).toEqual({
    connect: { STACK, ORIGINS: expect.stringMatching(/^https:\/\/distribution\w+\.cloudfront\.net$/), ORIGIN_SECRET: '' },
    disconnect: { STACK, TABLE: 'Data' },
    player: { STACK, TABLE: 'Data', ANY_NAMES: 'false' },
    announce: { STACK, TABLE: 'Data', SOCKETS },
    sweep: { STACK, TABLE: 'Data', MEDIA: 'Media' },
    host: {
      STACK,
      TABLE: 'Data',
      ANY_NAMES: 'false',
      SOCKETS,
      MEDIA: 'Media',
      ANNOUNCE: 'Announce',
      CROWD_FROM: '250',
      EXPECTED_PLAYERS: '5000',
      RETENTION_DAYS: '30',
    },
  });
});

test('each function has its memory and time-out; all share one architecture', () => {
  const sizes = ofEach(synthesised(), ({ Properties: { MemorySize, Timeout, Runtime, Architectures, Handler } }) =>
    [MemorySize, Timeout, Runtime, ...Architectures, Handler].join(' '),
  );
  expect(sizes).toEqual({
    connect: '256 5 nodejs24.x arm64 index.handler',
    disconnect: '256 10 nodejs24.x arm64 index.handler',
    player: '512 10 nodejs24.x arm64 index.handler',
    host: '1769 29 nodejs24.x arm64 index.handler',
    announce: '1769 60 nodejs24.x arm64 index.handler',
    sweep: '256 900 nodejs24.x arm64 index.handler',
  });
});

test('each function logs JSON for two weeks, without platform lines per frame', () => {
  const stack = synthesised();
  const logging = ofEach(stack, ({ Properties: { LoggingConfig } }) => {
    const group = stack.of('AWS::Logs::LogGroup').find(({ id }) => id === LoggingConfig.LogGroup)!;
    return { ...LoggingConfig, LogGroup: `${plain(group.id)} ${group.Properties.RetentionInDays}` };
  });
  const into = (LogGroup: string) => ({ LogFormat: 'JSON', ApplicationLogLevel: 'INFO', SystemLogLevel: 'WARN', LogGroup });
  expect(logging).toEqual({
    connect: into('ConnectLog 14'),
    disconnect: into('DisconnectLog 14'),
    player: into('PlayerLog 14'),
    announce: into('AnnounceLog 14'),
    host: into('HostLog 14'),
    sweep: into('SweepLog 14'),
  });
});

test('an announcement is never retried, and expires after a minute', () => {
  const { FunctionName, MaximumRetryAttempts, MaximumEventAgeInSeconds } = synthesised().one('AWS::Lambda::EventInvokeConfig');
  expect([plain(FunctionName), MaximumRetryAttempts, MaximumEventAgeInSeconds]).toEqual(['Announce', 0, 60]);
});

test('the sweep runs once a day', () => {
  const { ScheduleExpression, State, Targets } = synthesised().one('AWS::Events::Rule');
  expect([ScheduleExpression, State, Targets.length]).toEqual(['rate(1 day)', 'ENABLED', 1]);
});
