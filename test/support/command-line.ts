// Command lines of our scripts: one sentence says what is wrong with them.
import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

export function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** `--help` prints the page and ends the process, as an unknown option does. */
export function readOptions<T extends Options>(script: string, page: string, options: T) {
  if (process.argv.includes('--help')) {
    console.log(page);
    process.exit(0);
  }
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return giveUp(`${(error as Error).message.split(/\.\s/)[0]}. npm run ${script} -- --help lists the options.`);
  }
}

export function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    giveUp(`--${name} should be a whole number from ${least} to ${most}, is "${text}".`);
  return value;
}
