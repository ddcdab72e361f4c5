// Options and results have a shape besides their colour.

/** Kahoot's shapes, then pentagon and star, on a square of 32. */
const SHAPES = [
  'M16 4 30 28H2Z',
  'M16 2 30 16 16 30 2 16Z',
  'M16 3a13 13 0 1 1 0 26 13 13 0 1 1 0-26Z',
  'M5 5h22v22H5Z',
  'M16 2 30 12 25 29H7L2 12Z',
  'm16 2 4 9 10 1-7 7 2 10-9-5-9 5 2-10-7-7 10-1Z',
];

/** @param number counted from 1 */
export const ShapeIcon = ({ number }: { number: number }) => (
  <svg class="shape" viewBox="0 0 32 32" aria-hidden="true">
    <path d={SHAPES[number - 1]} fill="currentColor" stroke="currentColor" stroke-width="2" stroke-linejoin="round" />
  </svg>
);

export const tone = (look: number) => ({ '--tone': `var(--answer-${look})`, '--tone-text': `var(--on-answer-${look})` });

/** Strokes on a square of 24. */
const MARKS = {
  right: 'm5 12.5 5 5 9.5-11',
  partly: 'm5 9 4 4 10-9M6 19.5h12',
  wrong: 'm6.5 6.5 11 11m0-11-11 11',
  counted: 'm5 12.5 5 5 9.5-11',
  early: 'M12 5.5V12l4.5 3',
  late: 'M12 5.5V12l4.5 3',
  none: 'M6 12h12',
  new: 'M12 6v12m-6-6h12',
  waiting: 'M12 5.5V12l4.5 3',
};

export const MarkIcon = ({ of }: { of: keyof typeof MARKS }) => (
  <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
    <path d={MARKS[of]} fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" />
  </svg>
);
