import { lambdaHandler } from '../lambda-handler.ts';
import { later, tableClient } from '../runtime.ts';
import { bucketClient } from '../s3/bucket-media.ts';
import { sweep } from '../s3/media-sweep.ts';

export const handler = lambdaHandler('sweep', ({ TABLE, MEDIA }, metrics) => {
  const [client, s3] = [tableClient(metrics), bucketClient()];
  const pause = (ms: number) => new Promise<void>((done) => later(ms, done));
  return async (_event: unknown) => {
    const { files, bytes, quizzes } = await sweep({ client, table: TABLE, s3, bucket: MEDIA, now: Date.now(), pause });
    process.stdout.write(
      `${JSON.stringify({ level: 'INFO', swept: { files: files.length, bytes, quizzes: quizzes.length } })}\n`,
    );
  };
});
