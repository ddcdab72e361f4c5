// The drawn signs that answers and results are told by, beside their words: known by their shape before their colour.

/** As people know them: triangle, diamond, circle, square, then pentagon and star. Drawn to weigh alike, on a square of 32. */
const SHAPES = [
  'M16 4 30 28H2Z',
  'M16 1.5 30.5 16 16 30.5 1.5 16Z',
  'M16 3a13 13 0 1 1 0 26 13 13 0 1 1 0-26Z',
  'M4.5 4.5h23v23h-23Z',
  'M16 2 30.3 12.4 24.8 29.2H7.2L1.7 12.4Z',
  'm16 1.5 4.4 9.4 10.3 1.3-7.6 7 2 10.2-9.1-5-9.1 5 2-10.2-7.6-7 10.3-1.3Z',
];

/** The shape of an option, counted from 1, in the colour of the text around it. Its size is the style sheet's. */
export const Shape = ({ number }: { number: number }) => (
  <svg class="shape" viewBox="0 0 32 32" aria-hidden="true">
    <path d={SHAPES[number - 1]} fill="currentColor" stroke="currentColor" stroke-width="2" stroke-linejoin="round" />
  </svg>
);

/** Strokes on a square of 24: a tick, a tick and a bar, a cross, a clock's hands, a bar, and what a newcomer comes through. */
const MARKS = {
  right: 'm5 12.5 5 5 9.5-11',
  partly: 'm5 9 4 4 10-9M6 19.5h12',
  wrong: 'm6.5 6.5 11 11m0-11-11 11',
  late: 'M12 5.5V12l4.5 3',
  none: 'M6 12h12',
  new: 'M12 6v12m-6-6h12',
};

/** A result as a sign. */
export const Mark = ({ of }: { of: keyof typeof MARKS }) => (
  <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
    <path d={MARKS[of]} fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" />
  </svg>
);
