/** 100000 to 999999, from four random bytes. */
export function pinFrom(random: Uint8Array): string {
  const number = new DataView(random.buffer, random.byteOffset).getUint32(0);
  return String(100_000 + (number % 900_000));
}
