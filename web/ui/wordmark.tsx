import { player as words } from '../words/en.ts';
import { ShapeIcon, tone } from './icons.tsx';

export const Wordmark = () => (
  <p class="wordmark">
    <span class="wordmark-shapes" aria-hidden="true">
      {[1, 2, 3, 4].map((look) => (
        <span key={look} style={tone(look)}>
          <ShapeIcon number={look} />
        </span>
      ))}
    </span>
    {words.product}
  </p>
);
