// Policy evaluation follows the statements exactly.
import { expect, test } from 'vitest';
import { fits, mayWith, policyOf } from './policy.ts';
import type { Resource, Stack } from './template.ts';

const table = 'arn:aws:dynamodb:us-east-1:123456789012:table/Table';
const posts = 'arn:aws:execute-api:us-east-1:123456789012:Api/socket/POST/@connections/*';

test.each([
  ['*', '', true],
  ['dynamodb:*', 'dynamodb:GetItem', true],
  ['dynamodb:Get*', 'dynamodb:PutItem', false],
  ['dynamodb:Get', 'dynamodb:GetItem', false],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['a.c', 'abc', false],
  ['*/$connect', 'Api/socket/$connect', true],
  ['*/$connect', 'Api/socket/connect', false],
  [posts, posts.replace('*', 'any'), true],
  [posts, posts.replace('POST', 'DELETE').replace('*', 'any'), false],
])('the pattern %s fits %s: %s', (pattern, text, is) => {
  expect(fits(pattern, text)).toBe(is);
});

test('only stated actions on stated resources are allowed; a table excludes its index', () => {
  const may = mayWith([{ Effect: 'Allow', Action: ['dynamodb:GetItem', 'dynamodb:Query'], Resource: table }]);
  const asked = [
    ['dynamodb:GetItem', table],
    ['dynamodb:Query', table],
    ['dynamodb:PutItem', table],
    ['dynamodb:GetItem', `${table}2`],
    ['dynamodb:Query', `${table}/index/byConnection`],
  ] as const;
  expect(asked.map(([action, resource]) => may(action, resource))).toEqual([true, true, false, false, false]);
});

test('one statement must allow both action and resource', () => {
  const may = mayWith([
    { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: table },
    { Effect: 'Allow', Action: 'dynamodb:Query', Resource: `${table}/index/*` },
  ]);
  expect([may('dynamodb:Query', `${table}/index/byConnection`), may('dynamodb:Query', table)]).toEqual([true, false]);
});

test('a denial overrides any permission', () => {
  const may = mayWith([
    { Effect: 'Allow', Action: '*', Resource: '*' },
    { Effect: 'Deny', Action: 'dynamodb:DeleteItem', Resource: '*' },
  ]);
  expect([may('dynamodb:GetItem', table), may('dynamodb:DeleteItem', table)]).toEqual([true, false]);
});

test('a role has its inline and attached policies only', () => {
  const document = (Action: string) => ({ PolicyDocument: { Statement: { Effect: 'Allow', Action, Resource: '*' } } });
  const resources: Resource[] = [
    { id: 'Mine', Type: 'AWS::IAM::Role', Properties: { Policies: [document('a:Inside')] } },
    { id: 'Other', Type: 'AWS::IAM::Role', Properties: { Policies: [document('a:Elsewhere')] } },
    { id: 'Attached', Type: 'AWS::IAM::Policy', Properties: { Roles: ['Mine'], ...document('a:Attached') } },
    { id: 'Foreign', Type: 'AWS::IAM::Policy', Properties: { Roles: ['Other'], ...document('a:Foreign') } },
  ];
  const stack: Stack = { of: (type) => resources.filter(({ Type }) => Type === type), folderOf: (key) => key };
  const may = policyOf(stack, 'arn:aws:iam::123456789012:role/Mine');
  expect(['a:Inside', 'a:Attached', 'a:Elsewhere', 'a:Foreign'].map((action) => may(action, 'x'))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
