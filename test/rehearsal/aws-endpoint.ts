// AWS over http; checks each caller's key and policy.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Call } from '../aws/engine.ts';
import type { ImitatedS3 } from '../aws/s3.ts';
import type { Functions } from './functions.ts';
import { ACCOUNT, REGION } from './template.ts';
import type { AwsCall } from './usage.ts';

interface AwsOptions {
  functions: () => Functions;
  call: Call;
  /** `@connections`; `hangs`: will never answer. */
  connections: (req: IncomingMessage, res: ServerResponse) => 'hangs' | 'answers';
  bucket: ImitatedS3;
  /** API id in the template, for execute-api rights. */
  api: string;
  fault: (what: string) => void;
  heard: (call: AwsCall) => void;
}

const arn = (service: string, resource: string) => `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;

export async function awsEndpoint(options: AwsOptions): Promise<{ port: number; close(): void }> {
  const { call, connections, api, bucket, fault, heard } = options;

  const denied = (res: ServerResponse, action: string, resource: string) => {
    const type = action.startsWith('dynamodb:')
      ? 'com.amazonaws.dynamodb.v20120810#AccessDeniedException'
      : 'AccessDeniedException';
    const message = `not authorized to perform: ${action} on resource: ${resource}`;
    res.writeHead(action.startsWith('dynamodb:') ? 400 : 403, {
      'content-type': 'application/x-amz-json-1.0',
      'x-amzn-ErrorType': action.startsWith('execute-api:') ? 'ForbiddenException' : 'AccessDeniedException',
    });
    res.end(JSON.stringify({ __type: type, message, Message: message }));
  };

  function mayPost(accessKey: string, action: string, resource: string): boolean {
    const caller = options.functions().caller(accessKey);
    if (!caller) return false;
    heard({ caller: caller.name, action, resource });
    if (!caller.may(action, resource)) fault(`AccessDenied: ${caller.name} may not ${action} on ${resource}`);
    return caller.may(action, resource);
  }

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (bucket.isFor(req) && req.method === 'OPTIONS') return bucket.preflight(res);
    // A browser's form names whose key signed it.
    if (bucket.isFor(req) && req.method === 'POST') return bucket.post(req, res, mayPost);
    const key = /Credential=([^/]+)\//.exec(req.headers.authorization ?? '')?.[1] ?? '';
    const caller = options.functions().caller(key);
    if (!caller) return void res.writeHead(403).end();
    const { name, environment, may } = caller;
    if (!environment.awake)
      fault(`${name} calls AWS (${req.method} ${req.url}) when it has returned: Lambda would have frozen it`);
    environment.calls++;
    const ended = () => environment.calls--;
    res.once('close', ended);
    const allowed = (action: string, resource: string) => {
      if (may(action, resource)) {
        heard({ caller: name, action, resource });
        return true;
      }
      fault(`AccessDenied: ${name} may not ${action} on ${resource}`);
      denied(res, action, resource);
      return false;
    };

    if (bucket.isFor(req)) return bucket.serve(req, res, (action, resource) => allowed(action, resource));
    const target = req.headers['x-amz-target'];
    if (typeof target === 'string') {
      const operation = target.split('.')[1]!;
      const body = JSON.parse(await text(req));
      const index = body.IndexName ? `/index/${body.IndexName}` : '';
      if (!allowed(`dynamodb:${operation}`, arn('dynamodb', `table/${body.TableName}${index}`))) return;
      const answered = await call(operation, body);
      if (answered.status >= 400 && !answered.deliberate && !String(answered.body.__type).includes('ConditionalCheckFailed'))
        fault(`${name}: ${operation} was answered with ${JSON.stringify(answered.body)}`);
      res.writeHead(answered.status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(answered.body));
      return;
    }
    const invoked = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(req.url ?? '')?.[1];
    if (invoked) {
      const payload = await text(req);
      if (!allowed('lambda:InvokeFunction', arn('lambda', `function:${invoked}`))) return;
      const taken =
        req.headers['x-amz-invocation-type'] === 'Event' ? options.functions().enqueue(invoked, payload) : 'not an event';
      if (taken !== 'accepted') fault(`${name} invoked ${invoked}: ${taken}`);
      const status = { accepted: 202, 'too large': 413, 'no such function': 404, 'not an event': 400 }[taken];
      res.writeHead(status).end();
      return;
    }
    const [, stage] = (req.url ?? '').split('/');
    const resource = arn('execute-api', `${api}/${stage}/${req.method}/@connections/any`);
    if (!allowed('execute-api:ManageConnections', resource)) return;
    // The caller may give up before the network reports it.
    if (connections(req, res) === 'hangs') res.off('close', ended) && ended();
  }

  const server = createServer((req, res) => {
    serve(req, res).catch((error) => {
      fault(String(error));
      res.destroy();
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
