// Random forms for /media, broken in every place.
import { randomFrom, textOf } from './random.ts';
import type { RawRequest } from './requests.ts';

type Part = (random: () => number) => string;

const DISPOSITIONS: readonly Part[] = [
  () => 'Content-Disposition: form-data; name="policy"',
  () => 'Content-Disposition: form-data; name="signature"',
  () => 'Content-Disposition: form-data; name="file"; filename="a.png"',
  () => 'Content-Disposition: form-data; name="file"; filename="../../../etc/passwd"',
  () => 'Content-Disposition: form-data; name="file"; filename*=UTF-8\'\'%',
  () => 'Content-Disposition: form-data; name="__proto__"',
  () => 'Content-Disposition: form-data',
  () => 'Content-Disposition: attachment; filename="',
  () => 'Content-Type: application/octet-stream',
  () => 'Content-Type: multipart/mixed; boundary=cut',
  () => 'Content-Transfer-Encoding: base64',
  (random) => `${textOf(random, 20)}: ${textOf(random, 50)}`,
  (random) => `Content-Disposition: form-data; name="${'x'.repeat(Math.floor(random() * 9000))}"`,
  () => '',
];
const VALUES: readonly Part[] = [
  () => '',
  () => 'eyJ9',
  (random) => textOf(random, 300),
  (random) => 'x'.repeat(Math.floor(random() * 20_000)),
  () => '--cut',
  () => '\r\n--cut\r\n\r\n--cut--',
  () => '\x89PNG\r\n\x1a\n',
];
const TYPES = [
  'multipart/form-data; boundary=cut',
  'multipart/form-data; boundary=cut',
  'multipart/form-data; boundary="cut"',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  `multipart/form-data; boundary=${'x'.repeat(200)}`,
  'application/x-www-form-urlencoded',
  'text/plain',
  '',
];

function anyPart(random: () => number): string {
  const headers = Array.from({ length: Math.floor(random() * 3) }, () => randomFrom(random, DISPOSITIONS)(random));
  return `--cut\r\n${headers.join('\r\n')}\r\n\r\n${randomFrom(random, VALUES)(random)}\r\n`;
}

export function anyUpload(random: () => number): RawRequest {
  const parts = Array.from({ length: Math.floor(random() * 6) }, () => anyPart(random));
  const body = parts.join('') + randomFrom(random, ['--cut--\r\n', '--cut--', '--cut', '']);
  const length = Buffer.byteLength(body) + randomFrom(random, [0, 0, 0, 0, -5, 5, 1e9]);
  const head = `POST /media HTTP/1.1\r\nHost: x\r\nContent-Type: ${randomFrom(random, TYPES)}\r\nContent-Length: ${Math.max(0, length)}\r\n\r\n`;
  const cut = random() < 0.3 ? Math.floor(random() * body.length) : body.length;
  const middle = Math.floor(random() * cut);
  return { parts: [head, body.slice(0, middle), body.slice(middle, cut)], leaves: random() < 0.3 || cut < body.length };
}
