// The template's WebSocket API as local gateway routes.
import { ACTIONS } from '../../game/wire/client-messages.ts';
import type { SocketEvent, SocketReply } from '../../lambdas/api-gateway-event.ts';
import type { Route } from '../../local/gateway/route.ts';
import { fits } from './policy.ts';
import { ACCOUNT, REGION, type Stack } from './template.ts';

/** @throws without API or auto-deployed stage */
export function socketApi(stack: Stack): { id: string; stage: string } {
  const [api] = stack.of('AWS::ApiGatewayV2::Api');
  const [stage] = stack.of('AWS::ApiGatewayV2::Stage');
  if (!api || !stage?.Properties.AutoDeploy)
    throw new Error('the template has no WebSocket API with a stage that deploys itself');
  return { id: api.id, stage: stage.Properties.StageName };
}

/** Only unknown actions may use `$default`. */
function requireOwnRoute({ body = '' }: SocketEvent): void {
  const action = ROUTED.find((name) => body.includes(`"action":"${name}"`));
  if (action) throw new Error(`the action ${action} has no route of its own`);
}
const ROUTED = [...Object.keys(ACTIONS.player), ...Object.keys(ACTIONS.host)];

interface DeployedRoute {
  key: string;
  functionArn: string | undefined;
  permitted: boolean;
  returnResponse: boolean;
}

export function deployedRoutes(stack: Stack): DeployedRoute[] {
  const { id: api, stage } = socketApi(stack);
  const integrations = new Map(stack.of('AWS::ApiGatewayV2::Integration').map(({ id, Properties }) => [id, Properties]));
  const answered = new Set(
    stack
      .of('AWS::ApiGatewayV2::RouteResponse')
      .filter(({ Properties }) => Properties.RouteResponseKey === '$default')
      .map(({ Properties }) => Properties.RouteId),
  );
  const permissions = stack.of('AWS::Lambda::Permission').map(({ Properties }) => Properties);

  return stack.of('AWS::ApiGatewayV2::Route').map(({ id, Properties }) => {
    const key: string = Properties.RouteKey;
    const { IntegrationType, IntegrationUri } = integrations.get(Properties.Target.replace('integrations/', '')) ?? {};
    const proxied = IntegrationType === 'AWS_PROXY' ? /functions\/(arn:[^/]+)\/invocations$/.exec(IntegrationUri ?? '') : null;
    const functionArn = proxied?.[1];
    const permitted = permissions.some(
      ({ FunctionName, Principal, SourceArn, Action }) =>
        Action === 'lambda:InvokeFunction' &&
        FunctionName === functionArn &&
        Principal === 'apigateway.amazonaws.com' &&
        fits(SourceArn, `arn:aws:execute-api:${REGION}:${ACCOUNT}:${api}/${stage}/${key}`),
    );
    const returnResponse = Properties.RouteResponseSelectionExpression === '$default' && answered.has(id);
    return { key, functionArn, permitted, returnResponse };
  });
}

export function routesOf(stack: Stack, invoke: (name: string, event: SocketEvent) => Promise<unknown>): Record<string, Route> {
  const routes = deployedRoutes(stack).map(({ key, functionArn, permitted, returnResponse }): [string, Route] => {
    const handler = async (event: SocketEvent) => {
      if (key === '$default') requireOwnRoute(event);
      if (!functionArn) throw new Error(`the route ${key} has no function`);
      if (!permitted) throw new Error(`the gateway may not invoke ${functionArn} for the route ${key}`);
      return (await invoke(functionArn.split(':').at(-1)!, event)) as SocketReply;
    };
    return [key, { handler, returnResponse }];
  });
  return Object.fromEntries(routes);
}
