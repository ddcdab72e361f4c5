// For the deployer only; no function uses it.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoItems, numberOf, text, textOf } from './items.ts';
import { KEYS, TABLE } from './table.ts';

interface Invitation {
  /** SHA-256 of the host key. */
  host: string;
  /** As the deployer called it. */
  label: string;
  /** Epoch ms. */
  since: number;
}

export interface Invitations {
  add(invitation: Invitation): Promise<void>;
  /** Oldest first. */
  list(): Promise<Invitation[]>;
  /** Rooms that are open stay open. */
  revoke(host: string): Promise<void>;
}

const { pk, sk: PREFIX } = KEYS.invitation('');

export function invitations(client: DynamoDBClient, table: string): Invitations {
  const items = dynamoItems(client, table);
  return {
    async add({ host, label, since }) {
      await items.put(KEYS.invitation(host), { label, since });
    },
    async list() {
      const found = (await items.list(pk, PREFIX)).map((item) => ({
        host: textOf(item, TABLE.sk).slice(PREFIX.length),
        label: text(item, 'label') ?? '',
        since: numberOf(item, 'since'),
      }));
      return found.sort((a, b) => a.since - b.since);
    },
    async revoke(host) {
      await items.delete(KEYS.invitation(host), { condition: 'attribute_exists(#pk)' });
    },
  };
}
