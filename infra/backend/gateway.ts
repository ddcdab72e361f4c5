import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { LogGroupLogDestination, WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { ACTIONS } from '../../game/wire/client-messages.ts';
import { brakesOf } from '../settings/brakes.ts';
import { suppressNag } from '../settings/nag-suppressions.ts';
import type { Settings } from '../settings/settings.ts';
import { LOGS_KEPT } from './functions.ts';

/** The path `/socket`, as behind CloudFront. */
export const STAGE = 'socket';

export interface Gateway {
  api: WebSocketApi;
  stage: WebSocketStage;
  domain: string;
  posts: string;
}

/** Never the frame, and no query. */
const LINE = JSON.stringify({
  at: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  error: '$context.error.messageString',
  integrationError: '$context.integrationErrorMessage',
  ms: '$context.integrationLatency',
  connectionId: '$context.connectionId',
  requestId: '$context.requestId',
});

export function gateway(scope: Construct, settings: Settings): Gateway {
  const { requests } = brakesOf(settings);
  const { region, urlSuffix } = Stack.of(scope);
  const api = new WebSocketApi(scope, 'Api', { description: 'Quizcast: frames of players and hosts' });
  const log = !settings.accessLogs
    ? undefined
    : new LogGroup(scope, 'AccessLog', { retention: LOGS_KEPT, removalPolicy: RemovalPolicy.DESTROY });
  const stage = new WebSocketStage(scope, 'Stage', {
    webSocketApi: api,
    stageName: STAGE,
    autoDeploy: true,
    // Other APIs share the account's limit.
    throttle: { rateLimit: requests, burstLimit: Math.ceil(requests / 2) },
    ...(log && { accessLogSettings: { destination: new LogGroupLogDestination(log), format: AccessLogFormat.custom(LINE) } }),
  });
  suppressNag(api, {
    'AwsSolutions-APIG4':
      'who plays needs no account: each frame bears a secret, which the function checks; $connect checks the origin',
  });
  suppressNag(stage, {
    'AwsSolutions-APIG1': 'access logs need a role that belongs to the whole account: only with the setting accessLogs',
  });
  const posts = Stack.of(scope).formatArn({
    service: 'execute-api',
    resource: api.apiId,
    resourceName: `${STAGE}/POST/@connections/*`,
  });
  return { api, stage, domain: `${api.apiId}.execute-api.${region}.${urlSuffix}`, posts };
}

interface Routed {
  connect: IFunction;
  disconnect: IFunction;
  player: IFunction;
  host: IFunction;
}

export function route({ api }: Gateway, functions: Routed): void {
  const to = {
    connect: new WebSocketLambdaIntegration('Connect', functions.connect),
    disconnect: new WebSocketLambdaIntegration('Disconnect', functions.disconnect),
    player: new WebSocketLambdaIntegration('Player', functions.player),
    host: new WebSocketLambdaIntegration('Host', functions.host),
  };
  api.addRoute('$connect', { integration: to.connect });
  api.addRoute('$disconnect', { integration: to.disconnect });
  // The function refuses unknown actions, in words.
  api.addRoute('$default', { integration: to.player, returnResponse: true });
  for (const action of Object.keys(ACTIONS.player)) api.addRoute(action, { integration: to.player, returnResponse: true });
  for (const action of Object.keys(ACTIONS.host)) api.addRoute(action, { integration: to.host, returnResponse: true });
}
