// What commands need of a stack that is deployed, and what they say when it is not there.
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';

/** Its message is a sentence for whoever said the command. */
export class Unready extends Error {}

/** @throws Unready when the stack is not there or lacks one of them */
export async function outputsOf(stack: string, names: readonly string[]): Promise<string[]> {
  const client = new CloudFormationClient({});
  const outputs = await client.send(new DescribeStacksCommand({ StackName: stack })).then(
    ({ Stacks }) => new Map(Stacks?.[0]?.Outputs?.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue])),
    async (error: Error) => {
      if (error.name !== 'ValidationError') throw error;
      throw new Unready(`There is no stack ${stack} in ${await client.config.region()}. Deploy it first: npx cdk deploy`);
    },
  );
  const found = names.flatMap((name) => outputs.get(name) ?? []);
  if (found.length < names.length)
    throw new Unready(`The stack ${stack} is not (yet) a Quizcast: it has no output ${names.join(' and ')}.`);
  return found;
}

/** By the SDK's names. */
const FORGOTTEN: [name: RegExp, sentence: string][] = [
  [/region is missing|region not accepted/i, 'Which region? Set AWS_REGION to the one that you deployed to.'],
  [
    /CredentialsProviderError/,
    'There are no AWS credentials here. Sign in as you did for npx cdk deploy (aws configure, or AWS_PROFILE).',
  ],
  [
    /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|TimeoutError/,
    'AWS does not answer: is this computer online, and AWS_REGION the region that you deployed to?',
  ],
  [/Expired/, 'Your AWS credentials have expired. Sign in again.'],
  [/AccessDenied/, 'These AWS credentials may not read the stack or write its table: use those that you deploy with.'],
];

/** Of an error, for whoever said the command. */
export function inWords(error: Error): string {
  if (error instanceof Unready) return error.message;
  const what = `${error.name}: ${error.message}`;
  return FORGOTTEN.find(([name]) => name.test(what))?.[1] ?? `It did not work. ${what}`;
}
