// What S3 asks of a browser's POST: the signature, the time, and each field by a condition.
// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
import { createHmac } from 'node:crypto';

type Condition = Record<string, string> | ['eq' | 'starts-with', string, string] | ['content-length-range', number, number];

export interface PostFault {
  status: number;
  code: string;
  message?: string;
}

/** Fields that need no condition. */
const FREE = /^(x-amz-signature|policy|awsaccesskeyid|x-ignore-.*)$/;

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

function signatureOf(policy: string, credential: string, secret: string): string {
  const [, day = '', region = '', service = '', last = ''] = credential.split('/');
  const key = [region, service, last].reduce(hmac, hmac(`AWS4${secret}`, day));
  return hmac(key, policy).toString('hex');
}

/** @param fields by name in lower case */
export function postFault(
  fields: ReadonlyMap<string, string>,
  { bucket, size, now, secret }: { bucket: string; size: number; now: number; secret: string },
): PostFault | undefined {
  const denied = (message: string): PostFault => ({ status: 403, code: 'AccessDenied', message });
  const policy = fields.get('policy');
  if (!policy) return denied('Bucket POST must contain a field named policy');
  const { expiration, conditions } = JSON.parse(Buffer.from(policy, 'base64').toString()) as {
    expiration: string;
    conditions: Condition[];
  };
  if (signatureOf(policy, fields.get('x-amz-credential') ?? '', secret) !== fields.get('x-amz-signature'))
    return { status: 403, code: 'SignatureDoesNotMatch' };
  if (Date.parse(expiration) <= now) return denied('Invalid according to Policy: Policy expired.');
  const met = new Set<string>();
  const given = new Map([...fields, ['bucket', bucket]]);
  for (const condition of conditions) {
    if (Array.isArray(condition) && condition[0] === 'content-length-range') {
      const [, least, most] = condition;
      if (size < least) return { status: 400, code: 'EntityTooSmall' };
      if (size > most) return { status: 400, code: 'EntityTooLarge' };
      continue;
    }
    const [kind, name, value] = Array.isArray(condition) ? condition : (['eq', ...Object.entries(condition)[0]!] as const);
    const field = name.replace(/^\$/, '').toLowerCase();
    const found = given.get(field) ?? '';
    if (kind === 'eq' ? found !== value : !found.startsWith(value))
      return denied(`Policy Condition failed: ${JSON.stringify(condition)}`);
    met.add(field);
  }
  const extra = [...fields.keys()].filter((name) => !FREE.test(name) && !met.has(name));
  return extra.length ? denied(`Extra input fields: ${extra.join()}`) : undefined;
}
