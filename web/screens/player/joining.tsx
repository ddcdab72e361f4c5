import { player as words } from '../../words/en.ts';
import { Heading } from './heading.tsx';
import { useLasting } from './lasting.ts';

/** Grey covers where a room's screen will be, once it takes longer than a blink. */
export function Joining() {
  const shown = useLasting(true);
  return (
    <main class="screen joining" aria-busy="true">
      <Heading class="visually-hidden">{words.connecting}</Heading>
      {shown && (
        <>
          <p class="quiet">{words.connecting}</p>
          <div class="bone bone-name" />
          <div class="bone bone-line" />
        </>
      )}
    </main>
  );
}
