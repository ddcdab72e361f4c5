// Who may open rooms. Only the deployer asks for these, beside the stack; no function can.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoItems, number, text } from './items.ts';
import { KEYS, TABLE } from './table.ts';

export interface Invitation {
  /** SHA-256 of the host key: the key itself is known to its link alone. */
  host: string;
  /** Whom it was made for, as the deployer called them. */
  label: string;
  /** Epoch ms. */
  since: number;
}

export interface Invitations {
  add(invitation: Invitation): Promise<void>;
  /** Oldest first. */
  list(): Promise<Invitation[]>;
  /** The link opens no more rooms; those that are open stay its own. */
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
        host: text(item, TABLE.sk)!.slice(PREFIX.length),
        label: text(item, 'label') ?? '',
        since: number(item, 'since')!,
      }));
      return found.sort((a, b) => a.since - b.since);
    },
    async revoke(host) {
      await items.delete(KEYS.invitation(host), { condition: 'attribute_exists(#pk)' });
    },
  };
}
