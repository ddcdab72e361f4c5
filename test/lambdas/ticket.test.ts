// A host asks where to put a file.
import { expect, test } from 'vitest';
import { handlerFixture, KEY, token } from './handler-fixture.ts';

const HASH = '0123456789abcdef'.repeat(4);
const asked = { key: KEY, hash: HASH, media: 'image/webp', size: 312_840 };

test('a host gets an address and fields for a file that is not there', async () => {
  const { ask } = await handlerFixture();
  const { file, upload } = await ask('ticket', 'host', 'ticket', asked);
  expect([file, upload?.url, upload?.fields.key, upload?.fields['Content-Type']]).toEqual([
    `${HASH}.webp`,
    'media',
    `${HASH}.webp`,
    'image/webp',
  ]);
});

test.each([
  ['a key that was never invited', { key: token('a-stranger') }, 'notHost'],
  ['a type that no page shows', { media: 'image/svg+xml' }, 'mediaType'],
  ['a type that is a name of every object', { media: 'constructor' }, 'mediaType'],
  ['a picture of more than 2 MB', { size: 2_000_001 }, 'mediaLarge'],
  ['a sound of more than 10 MB', { media: 'audio/mpeg', size: 10_000_001 }, 'mediaLarge'],
  ['a video of more than 50 MB', { media: 'video/mp4', size: 50_000_001 }, 'mediaLarge'],
  ['an empty file', { size: 0 }, 'badFrame'],
  ['a hash that leads elsewhere', { hash: '../'.padEnd(64, 'a') }, 'badFrame'],
  ['a hash in other letters', { hash: HASH.toUpperCase() }, 'badFrame'],
])('%s is refused', async (_, change, code) => {
  const { say } = await handlerFixture();
  expect(await say('host', 'ticket', { ...asked, ...change })).toMatchObject({ type: 'refused', code });
});

test.each([
  ['image/png', 2_000_000],
  ['audio/wav', 10_000_000],
  ['video/webm', 50_000_000],
])('%s may have %i bytes', async (media, size) => {
  const { say } = await handlerFixture();
  expect((await say('host', 'ticket', { ...asked, media, size })).type).toBe('ticket');
});
