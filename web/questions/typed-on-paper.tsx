import type { KindOnPaper } from './kind-on-paper.ts';

const inWords = (accepted: readonly string[]) => accepted.join(' / ');

export const typedOnPaper: KindOnPaper<'typed'> = {
  Form: ({ question: { accepted }, answered }) => (
    <p class="written" dir="auto">
      {answered ? inWords(accepted) : ''}
    </p>
  ),
  key: ({ accepted }) => inWords(accepted),
};
