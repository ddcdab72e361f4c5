export const randomFrom = <T>(random: () => number, of: readonly T[]): T => {
  const one = of[Math.floor(random() * of.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
};

/** @param most characters */
export function textOf(random: () => number, most: number): string {
  const alphabet = 'abcXYZ019 -_./\\%"\'<>;:=,()[]{}@\t\0\u007fäü€\u202e\ud83e😀\r\n';
  return Array.from({ length: Math.floor(random() * (most + 1)) }, () => alphabet[Math.floor(random() * alphabet.length)]).join(
    '',
  );
}
