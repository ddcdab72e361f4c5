// Simulates eventually consistent reads, which both engines lack.
import { TABLE } from '../../lambdas/aws/dynamodb/table.ts';
import type { Call, Json } from './engine.ts';

/** An old image, and how long eventual reads see it. */
interface Past {
  table: string;
  key: Json;
  until: number;
  item: Json | undefined;
}

const keyOf = (item: Json) => ({ [TABLE.pk]: item[TABLE.pk], [TABLE.sk]: item[TABLE.sk] });
const name = (table: string, item: Json) => `${table} ${item[TABLE.pk].S} ${item[TABLE.sk].S}`;

/** @param ms lag of index and eventual reads */
export function lagging(call: Call, ms: number): Call {
  const pasts = new Map<string, Past[]>();
  /** Writes per item are serial, so old images are exact. */
  const writing = new Map<string, Promise<unknown>>();

  async function write(operation: string, body: Json) {
    const key = keyOf(body.Key ?? body.Item);
    const id = name(body.TableName, key);
    const turn = (writing.get(id) ?? Promise.resolve()).then(async () => {
      const { body: before } = await call('GetItem', { TableName: body.TableName, Key: key, ConsistentRead: true });
      const answered = await call(operation, body);
      if (answered.status === 200) {
        const past: Past = { table: body.TableName, key, until: Date.now() + ms, item: before.Item };
        pasts.set(id, [...(pasts.get(id) ?? []), past]);
        setTimeout(() => {
          const rest = pasts.get(id)!.filter((one) => one !== past);
          if (rest.length) pasts.set(id, rest);
          else pasts.delete(id);
        }, ms).unref();
      }
      return answered;
    });
    writing.set(id, turn);
    const answered = await turn;
    if (writing.get(id) === turn) writing.delete(id);
    return answered;
  }

  /** Replaces recently changed items by their old images. */
  async function query(body: Json) {
    const answered = await call('Query', body);
    if (answered.status !== 200) return answered;
    const changed = [...pasts.values()].map(([oldest]) => oldest!).filter(({ table }) => table === body.TableName);
    const hidden = new Set(changed.map(({ table, key }) => name(table, key)));
    const values: Json = body.ExpressionAttributeValues;
    const was = changed.flatMap(({ item }) => (item && matches(item, body, values) ? [item] : []));
    const kept = (answered.body.Items as Json[]).filter((item) => !hidden.has(name(body.TableName, item)));
    const items = [...kept, ...(body.IndexName ? was.map(keyOf) : was)];
    items.sort((a, b) => (a[TABLE.sk].S < b[TABLE.sk].S ? -1 : 1));
    return { ...answered, body: { ...answered.body, Items: items, Count: items.length } };
  }

  return async (operation, body) => {
    if (['PutItem', 'UpdateItem', 'DeleteItem'].includes(operation)) return write(operation, body);
    if (operation === 'Query' && !body.ConsistentRead) return query(body);
    if (operation !== 'GetItem' || body.ConsistentRead) return call(operation, body);
    const [past] = pasts.get(name(body.TableName, body.Key)) ?? [];
    return past ? { status: 200, body: past.item ? { Item: past.item } : {} } : call(operation, body);
  };
}

/** Evaluates the store's two kinds of key condition. */
function matches(item: Json, body: Json, values: Json): boolean {
  if (body.IndexName) return item[TABLE.index.pk]?.S === values[`:${TABLE.index.pk}`].S;
  if (body.KeyConditionExpression !== '#pk = :pk AND begins_with(#sk, :begins)')
    throw new Error(`no eventual query is known that says ${body.KeyConditionExpression}`);
  return item[TABLE.pk].S === values[':pk'].S && item[TABLE.sk].S.startsWith(values[':begins'].S);
}
