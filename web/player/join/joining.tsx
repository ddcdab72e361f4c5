import { player as words } from '../../words/en.ts';
import { Heading } from '../heading.tsx';

/** Grey covers where a room's screen will be; the style sheet lets a moment pass before they show. */
export const Joining = () => (
  <main class="screen joining" aria-busy="true">
    <Heading class="bone">{words.connecting}</Heading>
    <p class="bone" />
    <p class="bone" />
  </main>
);
