export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

export function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
