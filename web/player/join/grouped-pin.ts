/** The ten digits of a script follow one another. */
function digitOf(digit: string): string {
  let n = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(digit.codePointAt(0)! - ++n)));
  return `${(n - 1) % 10}`;
}

const ascii = (text: string) => text.replace(/\p{Nd}/gu, digitOf);

/** `123 456`, of digits in any script, or found in an address or a sentence; what is too much is dropped. */
export function groupedPin(text: string): string {
  const plain = ascii(text);
  return (/\b\d{3}[ -]?\d{3}\b/.exec(plain)?.[0] ?? plain)
    .replace(/\D/g, '')
    .slice(0, 6)
    .replace(/(\d{3})(?=\d)/, '$1 ');
}

export const isWholePin = (grouped: string) => grouped.length === 7;

/** `/123456`, as any keyboard or messenger leaves it, in a folder or not. */
export function pinInPath(path: string): string {
  const pin = ascii(decodeURI(path)).replace(/.*\/(?=.)|\W/g, '');
  return /^\d{6}$/.test(pin) ? pin : '';
}
