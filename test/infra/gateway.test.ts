// The WebSocket API has a route per action.
import { describe, expect, test } from 'vitest';
import { ACTIONS } from '../../game/wire/client-messages.ts';
import type { Json } from '../aws/engine.ts';
import { plain, type Synthesised, synthesised } from './synthesised.ts';

function routesOf({ of }: Synthesised): Record<string, string> {
  const behind = new Map(
    of('AWS::ApiGatewayV2::Integration').map(({ id, Properties }) => [
      `integrations/${id}`,
      plain(Properties.IntegrationUri.split(':function:')[1]),
    ]),
  );
  const answering = of('AWS::ApiGatewayV2::RouteResponse').map(
    ({ Properties }) => `${Properties.RouteId} ${Properties.RouteResponseKey}`,
  );
  return Object.fromEntries(
    of('AWS::ApiGatewayV2::Route').map(({ id, Properties: { RouteKey, Target, RouteResponseSelectionExpression } }) => {
      const answers = RouteResponseSelectionExpression === '$default' && answering.includes(`${id} $default`);
      return [RouteKey, `${behind.get(Target)}${answers ? ', and its answer' : ''}`];
    }),
  );
}

describe('the gateway', () => {
  test('has a route with a response for each action, and a default route', () => {
    const to = (actions: object, behind: string) => Object.fromEntries(Object.keys(actions).map((action) => [action, behind]));
    expect(routesOf(synthesised())).toEqual({
      $connect: 'Connect/invocations',
      $disconnect: 'Disconnect/invocations',
      $default: 'Player/invocations, and its answer',
      ...to(ACTIONS.player, 'Player/invocations, and its answer'),
      ...to(ACTIONS.host, 'Host/invocations, and its answer'),
    });
  });

  test('selects the route by the field "action"', () => {
    const { ProtocolType, RouteSelectionExpression } = synthesised().one('AWS::ApiGatewayV2::Api');
    expect({ ProtocolType, RouteSelectionExpression }).toEqual({
      ProtocolType: 'WEBSOCKET',
      RouteSelectionExpression: '$request.body.action',
    });
  });

  test('has one throttled stage, "socket", without access logs', () => {
    const { ApiId, ...stage } = synthesised({ requestsPerSecond: '2001' }).one('AWS::ApiGatewayV2::Stage');
    expect(stage).toEqual({
      StageName: 'socket',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: 2001, ThrottlingBurstLimit: 1001 },
    });
  });

  test('writes access logs only when set, without query, name or frame', () => {
    const stack = synthesised({ accessLogs: 'true' });
    const { DestinationArn, Format } = stack.one('AWS::ApiGatewayV2::Stage').AccessLogSettings;
    expect(DestinationArn).toMatch(/^arn:aws:logs:us-east-1:123456789012:log-group:AccessLog/);
    expect(Object.values(JSON.parse(Format))).toEqual([
      '$context.requestTimeEpoch',
      '$context.routeKey',
      '$context.status',
      '$context.error.messageString',
      '$context.integrationErrorMessage',
      '$context.integrationLatency',
      '$context.connectionId',
      '$context.requestId',
    ]);
  });

  test('leaves the account-wide logging role alone', () => {
    const types = Object.values(synthesised({ accessLogs: 'true' }).template.Resources as Json).map(({ Type }) => Type);
    expect(types.filter((type) => type === 'AWS::ApiGateway::Account')).toEqual([]);
  });
});
