// Failed conditions are returned; other failures throw.
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type ConsumedCapacity,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { type Item, keyOf } from './attributes.ts';
import { type Key, TABLE } from './table.ts';

export type Values = Record<string, string | number>;

/** Uses `#attribute` and `:value`. */
interface Condition {
  condition: string;
  values?: Values;
}

export interface Update extends Partial<Condition> {
  set?: Record<string, string | number | undefined>;
  /** Only where absent. */
  unlessSet?: Values;
  raise?: string;
}

export interface Items {
  get(key: Key): Promise<Item | undefined>;
  /** False when the condition fails. */
  put(key: Key, attributes: Values, only?: Condition): Promise<boolean>;
  /** `failed` holds the old item, where returned. */
  update(key: Key, update: Update): Promise<{ item: Item } | { failed: Item | undefined }>;
  delete(key: Key, only?: Condition): Promise<boolean>;
  list(pk: string, begins: string, options?: { fresh: boolean }): Promise<Item[]>;
  /** Both ends included; strongly consistent. */
  range(pk: string, from: string, to: string): Promise<Item[]>;
  last(pk: string, from: string, to: string): Promise<Item | undefined>;
  /** From the index, which lags. */
  byConnection(connection: string): Promise<Key[]>;
}

const attribute = (value: string | number): AttributeValue => (typeof value === 'number' ? { N: String(value) } : { S: value });
const itemOf = (values: Values): Item =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, attribute(value)]));
const keyItem = ({ pk, sk }: Key): Item => itemOf({ [TABLE.pk]: pk, [TABLE.sk]: sk });

function placeholders(expressions: (string | undefined)[], values: Values = {}) {
  const names = [...expressions.join(' ').matchAll(/#(\w+)/g)].map(([placeholder, name = '']) => [placeholder, name]);
  const colons = Object.entries(values).map(([name, value]) => [`:${name}`, attribute(value)] as const);
  return {
    ...(names.length && { ExpressionAttributeNames: Object.fromEntries(names) }),
    ...(colons.length && { ExpressionAttributeValues: Object.fromEntries(colons) }),
  };
}

const only = (condition?: Condition) =>
  condition && {
    ConditionExpression: condition.condition,
    ...placeholders([condition.condition], condition.values),
  };

const between = (pk: string, from: string, to: string) => ({
  KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :to',
  ...placeholders(['#pk #sk'], { pk, from, to }),
  ConsistentRead: true,
});

/** Own values end in `_`: no clash with the condition's. */
function expressionOf({ set = {}, unlessSet = {}, raise, values }: Update) {
  const given = Object.entries(set).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  const sets = [
    ...given.map(([name]) => `#${name} = :${name}_`),
    ...Object.keys(unlessSet).map((name) => `#${name} = if_not_exists(#${name}, :${name}_)`),
    ...(raise ? [`#${raise} = #${raise} + :one_`] : []),
  ];
  const removes = Object.keys(set).filter((name) => set[name] === undefined);
  const one = raise ? [['one', 1] as const] : [];
  const own = [...given, ...Object.entries(unlessSet), ...one].map(([name, value]) => [`${name}_`, value] as const);
  return {
    expression: [
      sets.length && `SET ${sets.join(', ')}`,
      removes.length && `REMOVE ${removes.map((name) => `#${name}`).join(', ')}`,
    ]
      .filter(Boolean)
      .join(' '),
    values: { ...values, ...Object.fromEntries(own) },
  };
}

function conditionFailed(error: unknown): ConditionalCheckFailedException {
  if (error instanceof ConditionalCheckFailedException) return error;
  throw error;
}

/** @param spent takes consumed capacity; failed conditions report none */
export function dynamoItems(
  client: DynamoDBClient,
  table: string,
  spent: (capacity: ConsumedCapacity) => void = () => {},
): Items {
  const common = { TableName: table, ReturnConsumedCapacity: 'INDEXES' as const };
  const counted = <R extends { ConsumedCapacity?: ConsumedCapacity | undefined }>(result: R): R => {
    if (result.ConsumedCapacity) spent(result.ConsumedCapacity);
    return result;
  };
  const made = (result: { ConsumedCapacity?: ConsumedCapacity | undefined }) => !!counted(result);
  const refused = (error: unknown) => !conditionFailed(error);

  async function pages(input: Omit<QueryCommandInput, 'TableName'>): Promise<Item[]> {
    const found: Item[] = [];
    let start: Item | undefined;
    do {
      const page = counted(await client.send(new QueryCommand({ ...common, ...input, ExclusiveStartKey: start })));
      found.push(...(page.Items ?? []));
      start = page.LastEvaluatedKey;
    } while (start);
    return found;
  }

  return {
    async get(key) {
      return counted(await client.send(new GetItemCommand({ ...common, Key: keyItem(key), ConsistentRead: true }))).Item;
    },
    put: (key, attributes, condition) =>
      client
        .send(new PutItemCommand({ ...common, Item: { ...keyItem(key), ...itemOf(attributes) }, ...only(condition) }))
        .then(made, refused),
    update(key, update) {
      const { expression, values } = expressionOf(update);
      const command = new UpdateItemCommand({
        ...common,
        Key: keyItem(key),
        UpdateExpression: expression,
        ...(update.condition && { ConditionExpression: update.condition }),
        ...placeholders([expression, update.condition], values),
        ReturnValues: 'ALL_NEW',
        // Free, and saves a read.
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      return client.send(command).then(
        (result) => ({ item: counted(result).Attributes ?? {} }),
        (error) => ({ failed: conditionFailed(error).Item }),
      );
    },
    delete: (key, condition) =>
      client.send(new DeleteItemCommand({ ...common, Key: keyItem(key), ...only(condition) })).then(made, refused),
    list: (pk, begins, { fresh } = { fresh: true }) =>
      pages({
        KeyConditionExpression: '#pk = :pk AND begins_with(#sk, :begins)',
        ...placeholders(['#pk #sk'], { pk, begins }),
        ConsistentRead: fresh,
      }),
    range: (pk, from, to) => pages(between(pk, from, to)),
    async last(pk, from, to) {
      const query = new QueryCommand({ ...common, ...between(pk, from, to), ScanIndexForward: false, Limit: 1 });
      return counted(await client.send(query)).Items?.[0];
    },
    async byConnection(connection) {
      const found = await pages({
        IndexName: TABLE.index.name,
        KeyConditionExpression: '#connection = :connection',
        ...placeholders(['#connection'], { connection }),
      });
      return found.map(keyOf);
    },
  };
}
