import { ShapeIcon, tone } from '../ui/icons.tsx';
import { player as words } from '../words/en.ts';

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
