import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { sweepMedia } from '../lambdas/aws/s3/media-sweep.ts';
import { inWords, outputsOf } from './deployed.ts';

const HELP = `Lets go of the pictures, sounds and videos that no quiz and no room names any more.

  npm run sweep

  --stack NAME   another stack's name (Quizcast)
  --help         this page

They are marked, and S3 removes them within a day or two. Say it when nobody edits.`;

async function main(): Promise<void> {
  const options = { stack: { type: 'string', default: 'Quizcast' }, help: { type: 'boolean', default: false } } as const;
  const { stack, help } = parseArgs({ options }).values;
  if (help) return console.log(HELP);
  const [table = '', bucket = ''] = await outputsOf(stack, ['Table', 'MediaBucket']);
  const swept = await sweepMedia({ client: new DynamoDBClient({}), table, s3: new S3Client({}), bucket, now: Date.now() });
  const megabytes = [...swept.values()].reduce((sum, bytes) => sum + bytes, 0) / 1e6;
  console.log(
    swept.size
      ? `${swept.size === 1 ? '1 file goes' : `${swept.size} files go`}, ${megabytes.toFixed(1)} MB.`
      : 'Every file is named by a quiz or a room, or new.',
  );
}

main().catch((error: Error) => {
  console.error(inWords(error));
  process.exit(1);
});
