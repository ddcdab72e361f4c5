// Compares a game's usage with the template's grants.
import type { Call, Json } from '../aws/engine.ts';
import { policyOf } from './policy.ts';
import { deployedRoutes, socketApi } from './routes.ts';
import type { Stack } from './template.ts';

export interface AwsCall {
  caller: string;
  action: string;
  resource: string;
}

export interface Usage {
  calls: Map<string, AwsCall>;
  routes: Set<string>;
  replies: Set<string>;
  /** Variables read, as `function NAME`. */
  variables: Set<string>;
  keys: Map<string, Set<string>>;
  indexes: Map<string, Set<string>>;
  /** Attributes common to all rows of a room. */
  roomAttributes: Set<string> | undefined;
}

export const noUsage = (): Usage => ({
  calls: new Map(),
  routes: new Set(),
  replies: new Set(),
  variables: new Set(),
  keys: new Map(),
  indexes: new Map(),
  roomAttributes: undefined,
});

const addAll = (sets: Map<string, Set<string>>, name: string, values: Iterable<string>) => {
  const set = sets.get(name) ?? new Set();
  for (const value of values) set.add(value);
  sets.set(name, set);
};

export const notingKeys =
  (call: Call, used: Usage): Call =>
  async (operation, body) => {
    if (body.Key) addAll(used.keys, body.TableName, Object.keys(body.Key));
    if (body.IndexName) addAll(used.indexes, body.IndexName, Object.values<string>(body.ExpressionAttributeNames ?? {}));
    return call(operation, body);
  };

export function noteRows(rows: readonly Json[], used: Usage): void {
  for (const row of rows) {
    const names = Object.keys(row).filter((name) => row[name].N !== undefined);
    used.roomAttributes = new Set(names.filter((name) => used.roomAttributes?.has(name) ?? true));
  }
}

export function bothUsages(one: Usage, other: Usage): Usage {
  const both: Usage = {
    calls: new Map([...one.calls, ...other.calls]),
    routes: one.routes.union(other.routes),
    replies: one.replies.union(other.replies),
    variables: one.variables.union(other.variables),
    keys: new Map(),
    indexes: new Map(),
    roomAttributes:
      one.roomAttributes && other.roomAttributes
        ? one.roomAttributes.intersection(other.roomAttributes)
        : (one.roomAttributes ?? other.roomAttributes),
  };
  for (const { keys, indexes } of [one, other]) {
    for (const [name, values] of keys) addAll(both.keys, name, values);
    for (const [name, values] of indexes) addAll(both.indexes, name, values);
  }
  return both;
}

const functions = (stack: Stack) =>
  stack.of('AWS::Lambda::Function').filter(({ Properties }) => Properties.Description?.startsWith('Quizcast: '));

/** What the template lacks, as sentences. */
export function missingFrom(stack: Stack, used: Usage): string[] {
  try {
    socketApi(stack);
  } catch (error) {
    return [String(error)];
  }
  const roles = new Map(functions(stack).map(({ id, Properties }) => [id, policyOf(stack, Properties.Role)]));
  const denied = [...used.calls.values()].flatMap(({ caller, action, resource }) =>
    roles.get(caller)?.(action, resource) ? [] : [`AccessDenied: ${caller} may not ${action} on ${resource}`],
  );
  const routes = new Map(deployedRoutes(stack).map((route) => [route.key, route]));
  const unrouted = [...used.routes].filter((key) => !routes.has(key)).map((key) => `there is no route ${key}`);
  const forbidden = [...used.routes].flatMap((key) =>
    routes.get(key)?.permitted === false ? [`the gateway may not invoke a function for the route ${key}`] : [],
  );
  const silent = [...used.replies].flatMap((key) =>
    routes.get(key)?.returnResponse === false ? [`no reply to ${key} comes back`] : [],
  );
  const given = new Set(
    functions(stack).flatMap(({ id, Properties }) =>
      Object.keys(Properties.Environment?.Variables ?? {}).map((name) => `${id} ${name}`),
    ),
  );
  const unset = [...used.variables].filter((name) => !given.has(name)).map((name) => `no variable ${name}`);
  return [...denied, ...unrouted, ...forbidden, ...silent, ...unset, ...wrongKeys(stack, used)];
}

function wrongKeys(stack: Stack, used: Usage): string[] {
  const names = (schema: Json[] = []) => new Set(schema.map(({ AttributeName }) => AttributeName as string));
  const differ = (a: ReadonlySet<string>, b: ReadonlySet<string>) => a.symmetricDifference(b).size > 0;
  return stack.of('AWS::DynamoDB::GlobalTable').flatMap(({ id, Properties }) => {
    const keys = names(Properties.KeySchema);
    const ttl: string | undefined = Properties.TimeToLiveSpecification?.AttributeName;
    const indexes: Json[] = Properties.GlobalSecondaryIndexes ?? [];
    return [
      ...(differ(keys, used.keys.get(id) ?? new Set()) ? [`the keys of ${id} are others: ${[...keys].join(', ')}`] : []),
      ...[...used.indexes].flatMap(([name, attributes]) => {
        const index = indexes.find(({ IndexName }) => IndexName === name);
        return index && !differ(names(index.KeySchema), attributes) ? [] : [`no index ${name} by ${[...attributes].join(', ')}`];
      }),
      ...(ttl && used.roomAttributes?.has(ttl) ? [] : [`rows are never deleted: they have no ${ttl ?? 'time to live'}`]),
    ];
  });
}

/** Unused grants; the functions' logs are ignored. */
export function unusedIn(stack: Stack, used: Usage): string[] {
  const list = <T>(one: T | T[]): T[] => (Array.isArray(one) ? one : [one]);
  const done = new Set([...used.calls.values()].map(({ caller, action }) => `${caller} ${action}`));
  const rights = functions(stack).flatMap(({ id, Properties }) => {
    const role = stack.of('AWS::IAM::Role').find((one) => one.id === Properties.Role.split('/').at(-1));
    const statements: Json[] = (role?.Properties.Policies ?? []).flatMap((one: Json) => list<Json>(one.PolicyDocument.Statement));
    const granted = statements.flatMap(({ Action }) => list<string>(Action)).filter((action) => !action.startsWith('logs:'));
    return granted.filter((action) => !done.has(`${id} ${action}`)).map((action) => `the right of ${id} to ${action}`);
  });
  const routes = deployedRoutes(stack).flatMap(({ key, returnResponse }) => [
    ...(used.routes.has(key) ? [] : [`the route ${key}`]),
    ...(returnResponse && !used.replies.has(key) ? [`the route response of ${key}`] : []),
  ]);
  const variables = functions(stack).flatMap(({ id, Properties }) =>
    Object.keys(Properties.Environment?.Variables ?? {})
      .filter((name) => !used.variables.has(`${id} ${name}`))
      .map((name) => `the variable ${name} of ${id}`),
  );
  return [...rights, ...routes, ...variables];
}
