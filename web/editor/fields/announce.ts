import { signal } from '@preact/signals-core';

/** What the editor says to those who cannot see it. */
export const announcement = signal('');

export function announce(text: string) {
  // The same sentence twice is said twice.
  announcement.value = announcement.peek() === text ? `${text}\u00a0` : text;
}
