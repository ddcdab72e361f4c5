// Reading the template as CloudFormation does.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub writes its names so
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Json } from '../aws/engine.ts';
import { readStack } from './template.ts';

const OTHERS: Json = {
  Table: { Type: 'AWS::DynamoDB::GlobalTable' },
  Teller: { Type: 'AWS::Lambda::Function' },
  Pages: { Type: 'AWS::CloudFront::Distribution' },
  Api: { Type: 'AWS::ApiGatewayV2::Api' },
  Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { StageName: 'socket' } },
};

function stackWith(Properties: Json) {
  const assembly = mkdtempSync(join(tmpdir(), 'quizcast-template-'));
  onTestFinished(() => rmSync(assembly, { recursive: true }));
  const files = { abc: { source: { path: 'asset.abc' } } };
  writeFileSync(join(assembly, 'Quizcast.assets.json'), JSON.stringify({ files }));
  const template = { Resources: { ...OTHERS, Asked: { Type: 'Asked', Properties } }, Parameters: { BootstrapVersion: {} } };
  writeFileSync(join(assembly, 'Quizcast.template.json'), JSON.stringify(template));
  return { assembly, stack: readStack(assembly) };
}
const resolved = (value: unknown): unknown => stackWith({ value }).stack.of('Asked')[0]!.Properties.value;

test.each<[string, unknown, unknown]>([
  ['the id of a resource', { Ref: 'Table' }, 'Table'],
  ['a stage, by its name', { Ref: 'Stage' }, 'socket'],
  ['a parameter', { Ref: 'BootstrapVersion' }, 'BootstrapVersion'],
  ['where it is deployed', [{ Ref: 'AWS::Region' }, { Ref: 'AWS::AccountId' }], ['us-east-1', '123456789012']],
  ['no value, which leaves a list', ['a', { Ref: 'AWS::NoValue' }, 'b'], ['a', 'b']],
  ['a table’s ARN', { 'Fn::GetAtt': ['Table', 'Arn'] }, 'arn:aws:dynamodb:us-east-1:123456789012:table/Table'],
  ['a function’s ARN', { 'Fn::GetAtt': ['Teller', 'Arn'] }, 'arn:aws:lambda:us-east-1:123456789012:function:Teller'],
  ['the domain of the pages', { 'Fn::GetAtt': ['Pages', 'DomainName'] }, 'pages.cloudfront.net'],
  ['parts joined', { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': ['Pages', 'DomainName'] }]] }, 'https://pages.cloudfront.net'],
  ['a part of a split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
  [
    'text with names in it',
    { 'Fn::Sub': 'https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/${Stage}' },
    'https://Api.execute-api.us-east-1.amazonaws.com/socket',
  ],
  ['text with values of its own', { 'Fn::Sub': ['${one}/${Table}', { one: { Ref: 'Stage' } }] }, 'socket/Table'],
  ['a secret', '{{resolve:secretsmanager:arn:SecretString:::}}', 'a-secret-of-the-rehearsal'],
  ['all that is no function, as it stands', { Ref: 'Table', and: [1, true, 'text'] }, { Ref: 'Table', and: [1, true, 'text'] }],
])('resolves %s', (_, value, result) => {
  expect(resolved(value)).toEqual(result);
});

test.each<[string, unknown, string]>([
  ['a reference to nothing', { Ref: 'Nobody' }, 'the template refers to Nobody, which is not in it'],
  ['an attribute of nothing', { 'Fn::GetAtt': ['Nobody', 'Arn'] }, 'the template asks for Arn of Nobody, which is not in it'],
  ['nothing inside a text', { 'Fn::Sub': 'a ${Nobody}' }, 'the template refers to Nobody, which is not in it'],
  ['a function it does not know', { 'Fn::ImportValue': 'x' }, 'the template uses Fn::ImportValue, which nothing here resolves'],
])('refuses %s', (_, value, message) => {
  expect(() => resolved(value)).toThrow(new Error(message));
});

test('the folder of a function’s code is found', () => {
  const { assembly, stack } = stackWith({});
  expect(stack.folderOf('abc.zip')).toBe(join(assembly, 'asset.abc'));
});

test('changes apply before the template is read', () => {
  const { assembly } = stackWith({ value: 1 });
  const changed = readStack(assembly, (template) => {
    template.Resources.Asked.Properties.value = { Ref: 'Stage' };
  });
  expect(changed.of('Asked')).toEqual([{ id: 'Asked', Type: 'Asked', Properties: { value: 'socket' } }]);
});
