// The promises of a host, asked of a stack that is really deployed: SOCKET_URL=wss://…/socket HOST_KEY=… (the part of a host link behind
// the #), with the quiz of test/quizzes/quick.json on its shelf (npm run invite -- --quiz test/quizzes/quick.json).
import { test } from 'vitest';
import { hostContract } from '../contracts/host.ts';

const { SOCKET_URL: url, HOST_KEY: key } = process.env;

if (url && key) hostContract(`deployed at ${url}`, async () => ({ url, key, close: async () => {} }));
else test.skip('a deployed stack: left out, since SOCKET_URL and HOST_KEY name none');
