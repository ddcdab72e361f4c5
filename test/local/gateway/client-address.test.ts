import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { trustProxies } from '../../../local/gateway/client-address.ts';

const request = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ headers, socket: { remoteAddress } }) as unknown as IncomingMessage;

test('without a trusted proxy whoever opened the socket speaks, whatever a header says', () => {
  const { clientAddress } = trustProxies([]);
  expect(clientAddress(request('::ffff:192.0.2.7', { 'x-forwarded-for': '203.0.113.1' }))).toBe('192.0.2.7');
});

test.each<[string, Record<string, string>, string]>([
  ['X-Forwarded-For', { 'x-forwarded-for': '203.0.113.1' }, '203.0.113.1'],
  ['two proxies in a row', { 'x-forwarded-for': '203.0.113.1, 10.0.0.9' }, '203.0.113.1'],
  ['what the client itself put before', { 'x-forwarded-for': '198.51.100.9, 203.0.113.1' }, '203.0.113.1'],
  ['Forwarded', { forwarded: 'for=203.0.113.1;proto=https, for=10.0.0.9' }, '203.0.113.1'],
  ['Forwarded with IPv6 and a port', { forwarded: 'for="[2001:db8::7]:4711"' }, '2001:db8::7'],
  ['Forwarded with a port', { forwarded: 'for="203.0.113.1:4711"' }, '203.0.113.1'],
  ['Forwarded that is none', { forwarded: ';;=' }, '10.0.0.5'],
  ['no header', {}, '10.0.0.5'],
])('a trusted proxy says whom it speaks for: %s', (_, headers, address) => {
  expect(trustProxies(['loopback', '10.0.0.0/8']).clientAddress(request('::ffff:10.0.0.5', headers))).toBe(address);
});

test('somebody else’s headers are not believed', () => {
  const { clientAddress, isProxy } = trustProxies(['10.0.0.0/8']);
  expect(clientAddress(request('192.0.2.7', { 'x-forwarded-for': '203.0.113.1' }))).toBe('192.0.2.7');
  expect([isProxy('10.1.2.3'), isProxy('::ffff:10.1.2.3'), isProxy('192.0.2.7'), trustProxies([]).isProxy('10.1.2.3')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('a range that is none is told', () => {
  for (const range of ['nonsense', '10.0.0.0/99', '']) expect(() => trustProxies([range])).toThrow(TypeError);
});
