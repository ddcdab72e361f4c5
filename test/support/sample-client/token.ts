/** 128 random bits (PROTOCOL 2). */
export const token = (random: () => number): string =>
  Buffer.from(Array.from({ length: 16 }, () => Math.floor(random() * 256))).toString('base64url');
