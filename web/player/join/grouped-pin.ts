/** `123 456`, as far as it goes; everything but digits is dropped, so that a pasted address or a PIN with dashes will do. */
export const groupedPin = (text: string) =>
  text
    .replace(/\D/g, '')
    .slice(-6)
    .replace(/(\d{3})(?=\d)/, '$1 ');

export const isWholePin = (grouped: string) => grouped.length === 7;
