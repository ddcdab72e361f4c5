// Random raw HTTP requests.
import { randomFrom, textOf } from './random.ts';

/** `leaves`: the client closes without waiting. */
export interface RawRequest {
  parts: string[];
  leaves: boolean;
}

const METHODS = [
  'GET',
  'GET',
  'GET',
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'OPTIONS',
  'PATCH',
  'TRACE',
  'CONNECT',
  'PRI',
  'get',
  '',
];
const VERSIONS = ['HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9.9', 'http/1.1', ''];
const RANGES = [
  '9-1',
  '0-18446744073709551615',
  '0-0',
  '-5',
  '-0',
  '5-',
  '0-1,3-4',
  '-',
  'x-y',
  '99999999-',
  '1e3-2e3',
  '-18446744073709551616',
];
const ENDS = ['\r\n', '\r\n', '\r\n', '\r\n', '\n', '\r', '\0\r\n'];

const HEADERS: readonly ((random: () => number) => string)[] = [
  (random) => `Range: ${randomFrom(random, ['bytes', 'bytes', 'bytes', 'chars', ''])}=${randomFrom(random, RANGES)}`,
  (random) => `If-None-Match: ${randomFrom(random, ['*', 'W/"x"', '"', textOf(random, 40)])}`,
  (random) => `If-Modified-Since: ${randomFrom(random, ['Thu, 01 Jan 1970 00:00:00 GMT', '-1', textOf(random, 30)])}`,
  (random) => `Content-Length: ${randomFrom(random, ['0', '5', '-1', '99999999999999999999', '1, 2', 'x'])}`,
  () => 'Transfer-Encoding: chunked',
  () => 'Transfer-Encoding: gzip, identity',
  (random) => `Expect: ${randomFrom(random, ['100-continue', 'the worst'])}`,
  (random) => `Host: ${randomFrom(random, ['', '[::1', 'a b', '..', textOf(random, 300)])}`,
  (random) => `Connection: ${randomFrom(random, ['close', 'keep-alive', 'Upgrade', 'close, Upgrade', textOf(random, 10)])}`,
  (random) => `Upgrade: ${randomFrom(random, ['websocket', 'h2c', '', 'WebSocket, h2c', textOf(random, 10)])}`,
  (random) => `Sec-WebSocket-Key: ${randomFrom(random, ['dGhlIHNhbXBsZSBub25jZQ==', 'short', '', textOf(random, 24)])}`,
  (random) => `Sec-WebSocket-Version: ${randomFrom(random, ['13', '8', '-1', 'x'])}`,
  (random) => `Sec-WebSocket-Protocol: ${randomFrom(random, ['a', 'a,a', ',', textOf(random, 20)])}`,
  (random) => `Sec-WebSocket-Extensions: ${randomFrom(random, ['permessage-deflate; x', ';;', textOf(random, 20)])}`,
  (random) => `Origin: ${randomFrom(random, ['null', 'http://', 'http://[', 'file:///', textOf(random, 30)])}`,
  (random) => `X-${textOf(random, 10)}: ${textOf(random, 60)}`,
  (random) => `Cookie: ${'x'.repeat(Math.floor(random() * 9000))}`,
  (random) => textOf(random, 30),
];

const BODIES: readonly ((random: () => number) => string)[] = [
  () => '',
  () => '0\r\n\r\n',
  () => '5\r\nhello\r\n0\r\n\r\n',
  () => 'ffffffffffffffff\r\nx',
  () => '5;ext="\r\nhel',
  (random) => `zz\r\n${textOf(random, 20)}`,
  (random) => textOf(random, 200),
  () => 'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
];

/** @param paths existing ones */
export function rawRequest(random: () => number, paths: readonly string[]): RawRequest {
  const end = () => randomFrom(random, ENDS);
  const known = randomFrom(random, [
    ...paths,
    '/',
    '/host',
    '/Host/',
    '/123456',
    '/socket',
    '/socket?',
    '/pictures/',
    '/media',
    '/media/',
    `/media/${'0'.repeat(64)}.png`,
    '/assets/..',
  ]);
  const path = randomFrom(random, [
    () => known,
    () => known,
    () => `${known}?${textOf(random, 20)}`,
    () => `http://elsewhere${known}`,
    () => `${known}/${encodeURIComponent(textOf(random, 8).toWellFormed())}`,
    () => `${known}%`,
    () => '/../../etc/passwd',
    () => '/%2e%2e%2f%00',
    () => `/${textOf(random, 30)}`,
    () => `//${'a/'.repeat(Math.floor(random() * 2000))}`,
    () => '*',
    () => '',
  ])();
  const headers = Array.from({ length: Math.floor(random() * 5) }, () => randomFrom(random, HEADERS)(random));
  if (random() < 0.3)
    headers.push(
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    );
  const whole = [
    `${randomFrom(random, METHODS)} ${path} ${randomFrom(random, VERSIONS)}${end()}`,
    ...(random() < 0.8 ? [`Host: 127.0.0.1${end()}`] : []),
    ...headers.map((line) => `${line}${end()}`),
    random() < 0.9 ? '\r\n' : '',
    randomFrom(random, BODIES)(random),
  ].join('');
  const cut = random() < 0.15 ? Math.floor(random() * whole.length) : whole.length;
  const middle = Math.floor(random() * cut);
  const text = whole.slice(0, cut);
  return {
    parts: random() < 0.3 ? [text.slice(0, middle), text.slice(middle)] : [text],
    leaves: random() < 0.3 || cut < whole.length,
  };
}
