// For the deployer only.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { numberOf, text, textOf } from './attributes.ts';
import { dynamoItems } from './items.ts';
import { KEYS, TABLE } from './table.ts';

interface Invitation {
  host: string;
  label: string;
  /** Epoch ms. */
  since: number;
}

export interface Invitations {
  add(invitation: Invitation): Promise<void>;
  list(): Promise<Invitation[]>;
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
