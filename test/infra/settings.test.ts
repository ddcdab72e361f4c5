// Deployment settings and their error messages.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Settings, settingsFrom } from '../../infra/settings/settings.ts';

const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'));
const withs = (changes: Record<string, unknown>) => () => settingsFrom({ ...context, ...changes });

const DEFAULTS: Settings = {
  stackName: 'Quizcast',
  expectedPlayers: 1000,
  anyNames: false,
  retentionDays: 7,
  keepData: false,
  alarmEmail: '',
  accessLogs: false,
  webAclArn: '',
  domain: '',
  certificateArn: '',
  dailyBudget: 0,
  requestsPerSecond: '',
  warmWrites: 4000,
};

test('cdk.json has a default for every setting', () => {
  expect(settingsFrom(context)).toEqual(DEFAULTS);
});

const WEB_ACL = 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/quiz/0f';
const CERTIFICATE = 'arn:aws:acm:us-east-1:123456789012:certificate/0f';

test.each<[Record<string, unknown>, Partial<Settings>]>([
  [{ expectedPlayers: '5000' }, { expectedPlayers: 5000 }],
  [{ expectedPlayers: 100_000 }, { expectedPlayers: 100_000 }],
  [{ retentionDays: '1' }, { retentionDays: 1 }],
  [{ keepData: 'true' }, { keepData: true }],
  [{ keepData: 'false' }, { keepData: false }],
  [{ accessLogs: true }, { accessLogs: true }],
  [{ alarmEmail: 'quiz@example.org' }, { alarmEmail: 'quiz@example.org' }],
  [{ webAclArn: WEB_ACL }, { webAclArn: WEB_ACL }],
  [
    { domain: 'quiz.example.org', certificateArn: CERTIFICATE },
    { domain: 'quiz.example.org', certificateArn: CERTIFICATE },
  ],
  [{ requestsPerSecond: '2000' }, { requestsPerSecond: 2000 }],
  [
    { dailyBudget: '10', alarmEmail: 'quiz@example.org' },
    { dailyBudget: 10, alarmEmail: 'quiz@example.org' },
  ],
  [{ warmWrites: '40000' }, { warmWrites: 40_000 }],
])('-c %o is accepted', (changes, expected) => {
  expect(withs(changes)()).toEqual({ ...DEFAULTS, ...expected });
});

const PLAYERS = 'a whole number of players from 1 to 100000: the largest room you expect';
const WARM = 'a whole number of writes a second from 4000, as AWS makes a table, to 40000, which an account may have of one';
const WEB_ACLS = 'the ARN of a web ACL of scope CLOUDFRONT (arn:aws:wafv2:us-east-1:…:global/webacl/…), or empty';

test.each<[Record<string, unknown>, string]>([
  [{ expectedPlayers: '0' }, `expectedPlayers should be ${PLAYERS}; it is "0".`],
  [{ expectedPlayers: 'many' }, `expectedPlayers should be ${PLAYERS}; it is "many".`],
  [{ expectedPlayers: 2.5 }, `expectedPlayers should be ${PLAYERS}; it is 2.5.`],
  [{ expectedPlayers: '1e3' }, `expectedPlayers should be ${PLAYERS}; it is "1e3".`],
  [{ expectedPlayers: 100_001 }, `expectedPlayers should be ${PLAYERS}; it is 100001.`],
  [{ expectedPlayers: undefined }, `expectedPlayers should be ${PLAYERS}; it is not set.`],
  [{ retentionDays: '366' }, 'retentionDays should be a whole number of days from 1 to 365; it is "366".'],
  [{ keepData: 'yes' }, 'keepData should be true or false; it is "yes".'],
  [{ alarmEmail: 'me' }, 'alarmEmail should be an e-mail address, or empty; it is "me".'],
  [{ accessLogs: 1 }, 'accessLogs should be true or false; it is 1.'],
  [
    { webAclArn: WEB_ACL.replace('global', 'regional') },
    `webAclArn should be ${WEB_ACLS}; it is "${WEB_ACL.replace('global', 'regional')}".`,
  ],
  [
    { domain: 'https://quiz.example.org' },
    'domain should be a name such as quiz.example.org, or empty; it is "https://quiz.example.org".',
  ],
  [
    { certificateArn: CERTIFICATE.replace('us-east-1', 'eu-central-1') },
    'certificateArn should be the ARN of a certificate in us-east-1 (arn:aws:acm:us-east-1:…:certificate/…), or empty; ' +
      `it is "${CERTIFICATE.replace('us-east-1', 'eu-central-1')}".`,
  ],
  [{ domain: 'quiz.example.org' }, 'domain and certificateArn belong together: give both or neither.'],
  [{ certificateArn: CERTIFICATE }, 'domain and certificateArn belong together: give both or neither.'],
  [
    { requestsPerSecond: '5' },
    'requestsPerSecond should be a whole number of frames a second from 10 to 1000000, or empty: as expectedPlayers has it; it is "5".',
  ],
  [{ dailyBudget: 'ten' }, 'dailyBudget should be a whole number of dollars a day, or 0 for none; it is "ten".'],
  [{ dailyBudget: '10' }, 'dailyBudget needs alarmEmail: whom should it write to?'],
  [
    { webAclArn: WEB_ACL.replace('arn:aws:', 'arn:aws-cn:') },
    `webAclArn should be ${WEB_ACLS}; it is "${WEB_ACL.replace('arn:aws:', 'arn:aws-cn:')}".`,
  ],
  [{ warmWrites: '3999' }, `warmWrites should be ${WARM}; it is "3999".`],
  [{ warmWrites: '40001' }, `warmWrites should be ${WARM}; it is "40001".`],
  [{ expectedPlayer: '5000' }, `expectedPlayer is no setting; there are ${Object.keys(DEFAULTS).join(', ')}.`],
])('-c %o is refused', (changes, problem) => {
  const said = `These settings make no sense (cdk.json, or -c on the command line):\n  ${problem}`;
  expect(withs(changes)).toThrow(new Error(said));
});

test('all errors are reported together', () => {
  expect(withs({ keepData: 'yes', retentionDays: 'ever' })).toThrow(
    new Error(
      'These settings make no sense (cdk.json, or -c on the command line):\n' +
        '  retentionDays should be a whole number of days from 1 to 365; it is "ever".\n' +
        '  keepData should be true or false; it is "yes".',
    ),
  );
});
