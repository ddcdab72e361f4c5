/** Does the user prefer reduced motion? */
export const stillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The style sheets' `ease-out`. */
export const EASE = 'cubic-bezier(0.16, 1, 0.3, 1)';
