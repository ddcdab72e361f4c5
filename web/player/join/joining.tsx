import { Heading } from '../../ui/heading.tsx';
import { player as words } from '../../words/en.ts';

export const Joining = () => (
  <main class="screen joining" aria-busy="true">
    <Heading class="bone">{words.outside.joining}</Heading>
    <p class="bone" />
    <p class="bone" />
  </main>
);
