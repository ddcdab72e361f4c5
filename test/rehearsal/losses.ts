// Every grant of the stack, removed one by one.
import { ACTIONS } from '../../game/wire/client-messages.ts';
import { TABLE } from '../../lambdas/aws/dynamodb/table.ts';
import { ENVIRONMENT } from '../../lambdas/aws/environment.ts';
import type { Json } from '../aws/engine.ts';

const functionNamed = (template: Json, name: string): Json =>
  Object.values<Json>(template.Resources).find(({ Properties }) => Properties?.Description === `Quizcast: ${name}`)!;
const ofType = (template: Json, type: string): [string, Json][] =>
  Object.entries<Json>(template.Resources).filter(([, { Type }]) => Type === type);
const table = (template: Json): Json => ofType(template, 'AWS::DynamoDB::GlobalTable')[0]![1].Properties;

interface Loss {
  what: string;
  change: (template: Json) => void;
  shows: RegExp;
}

const RIGHTS: Record<string, string[]> = {
  disconnect: ['dynamodb:Query', 'dynamodb:UpdateItem'],
  player: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'].map((verb) => `dynamodb:${verb}`),
  host: [
    ...['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'].map((verb) => `dynamodb:${verb}`),
    'execute-api:ManageConnections',
    'lambda:InvokeFunction',
    ...['PutObject', 'GetObject', 'PutObjectTagging', 'ListBucket'].map((verb) => `s3:${verb}`),
  ],
  sweep: [
    ...['Scan', 'Query', 'DeleteItem'].map((verb) => `dynamodb:${verb}`),
    ...['GetObjectTagging', 'PutObjectTagging', 'ListBucket'].map((verb) => `s3:${verb}`),
  ],
  announce: [...['GetItem', 'Query', 'UpdateItem'].map((verb) => `dynamodb:${verb}`), 'execute-api:ManageConnections'],
};

const rightsLost = Object.entries(RIGHTS).flatMap(([name, actions]) =>
  actions.map(
    (action): Loss => ({
      what: `the right of ${name} to ${action}`,
      change(template) {
        const role = template.Resources[functionNamed(template, name).Properties.Role['Fn::GetAtt'][0]];
        for (const { PolicyDocument } of role.Properties.Policies) {
          for (const statement of PolicyDocument.Statement) {
            statement.Action = [statement.Action].flat().filter((one: string) => one !== action);
          }
        }
      },
      shows: new RegExp(`AccessDenied: ${name}\\w+ may not ${action}`, 'i'),
    }),
  ),
);
const ROUTES = ['$connect', '$disconnect', '$default', ...Object.keys(ACTIONS.player), ...Object.keys(ACTIONS.host)];
const without = (template: Json, type: string, gone: (properties: Json, id: string) => boolean) => {
  for (const [id, { Properties }] of ofType(template, type)) if (gone(Properties, id)) delete template.Resources[id];
};
const routeOf = (template: Json, key: string) =>
  ofType(template, 'AWS::ApiGatewayV2::Route').find(([, { Properties }]) => Properties.RouteKey === key)![0];
const routesLost = ROUTES.map(
  (key): Loss => ({
    what: `the route ${key}`,
    change(template) {
      const id = routeOf(template, key);
      delete template.Resources[id];
      without(template, 'AWS::ApiGatewayV2::RouteResponse', ({ RouteId }) => RouteId.Ref === id);
    },
    shows: /there is no route \S+$/,
  }),
);
const responsesLost = ROUTES.slice(2).map(
  (key): Loss => ({
    what: `the route response of ${key}`,
    change(template) {
      const id = routeOf(template, key);
      without(template, 'AWS::ApiGatewayV2::RouteResponse', ({ RouteId }) => RouteId.Ref === id);
    },
    shows: /no reply to \S+ comes back/,
  }),
);
// `remove` also matches CDK's grant for `*move`.
const permissionsLost = ROUTES.filter((key) => key !== 'remove').map(
  (key): Loss => ({
    what: `the gateway’s permission to invoke for ${key}`,
    change: (template) =>
      without(template, 'AWS::Lambda::Permission', ({ SourceArn }) => SourceArn['Fn::Join']?.[1].at(-1) === `/*${key}`),
    shows: /the gateway may not invoke/,
  }),
);
const variablesLost = Object.entries(ENVIRONMENT).flatMap(([name, variables]) =>
  variables.map(
    (variable): Loss => ({
      what: `the variable ${variable} of ${name}`,
      change: (template) => delete functionNamed(template, name).Properties.Environment.Variables[variable],
      shows: new RegExp(`no variable ${name}\\w+ ${variable}$`, 'i'),
    }),
  ),
);
const renamed = (template: Json, from: string, to: string) => {
  const properties = table(template);
  for (const definition of properties.AttributeDefinitions) if (definition.AttributeName === from) definition.AttributeName = to;
  const schemas = [properties.KeySchema, ...properties.GlobalSecondaryIndexes.map((index: Json) => index.KeySchema)];
  for (const key of schemas.flat()) if (key.AttributeName === from) key.AttributeName = to;
};
const keysLost: Loss[] = [
  ...[TABLE.pk, TABLE.sk].map((key) => ({
    what: `the key ${key}`,
    change: (template: Json) => renamed(template, key, 'another'),
    shows: /the keys of .* are others/,
  })),
  {
    what: 'the key of the index',
    change: (template) => renamed(template, TABLE.index.pk, 'another'),
    shows: /no index byConnection/,
  },
  {
    what: 'the index',
    change(template) {
      table(template).GlobalSecondaryIndexes = [];
      table(template).AttributeDefinitions.pop();
    },
    shows: /no index byConnection/,
  },
  {
    what: 'the time to live',
    change: (template) => delete table(template).TimeToLiveSpecification,
    shows: /never deleted/,
  },
  {
    what: 'the stage',
    change: (template) => without(template, 'AWS::ApiGatewayV2::Stage', () => true),
    shows: /no WebSocket API with a stage/,
  },
];

export const LOSSES: readonly Loss[] = [
  ...rightsLost,
  ...routesLost,
  ...responsesLost,
  ...permissionsLost,
  ...variablesLost,
  ...keysLost,
];
