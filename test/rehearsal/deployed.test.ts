// Host contract on a deployed stack: SOCKET_URL=wss://…/socket HOST_KEY=…
// First: npm run invite -- --quiz test/quizzes/quick.json
import { test } from 'vitest';
import { hostContract } from '../contracts/host.ts';

const { SOCKET_URL: url, HOST_KEY: key } = process.env;

if (url && key) hostContract(`deployed at ${url}`, async () => ({ url, key, close: async () => {} }));
else test.skip('a deployed stack: skipped without SOCKET_URL and HOST_KEY');
