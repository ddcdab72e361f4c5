// DynamoDB on LevelDB, in this process.
import { EventEmitter } from 'node:events';
import createServer from 'dynalite';
import { traffic } from '../support/memory-line.ts';
import type { Answered, Engine } from './engine.ts';

/** dynalite requires a signature but never verifies it. */
const HEADERS = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization: 'AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
};

export function dynalite(): Engine {
  const server = createServer({ createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
  const [listener] = server.listeners('request') as [(request: unknown, response: unknown) => void];
  return {
    call: (operation, body) =>
      new Promise<Answered>((resolve) => {
        const headers = { ...HEADERS, 'x-amz-target': `DynamoDB_20120810.${operation}` };
        const request = Object.assign(new EventEmitter(), { method: 'POST', url: '/', headers });
        traffic.pending++;
        const response = {
          statusCode: 200,
          setHeader() {},
          end(text: string) {
            traffic.pending--;
            traffic.writes++;
            resolve({ status: response.statusCode, body: JSON.parse(text || '{}') });
          },
        };
        listener(request, response);
        request.emit('data', Buffer.from(JSON.stringify(body)));
        request.emit('end');
      }),
    async close() {
      server.removeAllListeners();
    },
  };
}
