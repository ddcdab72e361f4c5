/** `123 456`; drops everything but digits. */
export const groupedPin = (text: string) =>
  text
    .replace(/\D/g, '')
    .slice(-6)
    .replace(/(\d{3})(?=\d)/, '$1 ');

export const isWholePin = (grouped: string) => grouped.length === 7;
