import { expect, test } from 'vitest';
import { hostContract } from '../contracts/host.ts';
import { connectClient } from '../support/protocol-client.ts';
import { fixture } from './fixture.ts';

hostContract('on one machine', fixture);

test('pages of another origin may not connect', async () => {
  const { server, url, close } = await fixture();
  await expect(connectClient(url, { origin: 'https://other.example' })).rejects.toThrow('403');
  const own = await connectClient(url, { origin: `http://127.0.0.1:${server.port}` });
  own.close();
  await close();
});
