import { type Signal, signal } from '@preact/signals-core';
import { useState } from 'preact/hooks';

/** A signal of the component's own. */
export function useSignal<T>(first: T): Signal<T> {
  const [own] = useState(() => signal(first));
  return own;
}
