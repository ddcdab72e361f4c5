// What all tests of a run share.
import { type Browser, chromium } from 'playwright-core';
import { dynamodbAt } from '../aws/dynamodb-local.ts';
import type { Engine } from '../aws/engine.ts';
import type { SharedService } from './shared.setup.ts';

async function whereIs(service: SharedService): Promise<string> {
  const response = await fetch(`${process.env.QUIZCAST_SHARED}/${service}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

/** The folder of the synthesised stack with its default settings; not to be written to. */
export const sharedAssembly = () => whereIs('assembly');

/** DynamoDB Local; every test makes a table with a name of its own. */
export const sharedDynamodb = async (): Promise<Engine> => dynamodbAt(Number(await whereIs('dynamodb')));

/** The browser; every test opens a context of its own. Closing it only disconnects. */
export const sharedBrowser = async (): Promise<Browser> => chromium.connect(await whereIs('browser'));
