export interface FoundTruth {
  right: boolean | undefined;
}

const isTrue = ({ ident, text }: { ident: string; text: string }) =>
  /^true$/i.test(text) || (/^true$/i.test(ident) && text.length < 20);
const isFalse = ({ ident, text }: { ident: string; text: string }) =>
  /^false$/i.test(text) || (/^false$/i.test(ident) && text.length < 20);

/** Two options, true and false; undefined: others. */
export function truthIn(options: readonly { ident: string; text: string; right: boolean }[]): FoundTruth | undefined {
  const yes = options.find(isTrue);
  const no = options.find(isFalse);
  if (options.length !== 2 || !yes || !no || yes === no) return undefined;
  return { right: yes.right === no.right ? undefined : yes.right };
}
