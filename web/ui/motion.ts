export const stillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

export const EASE = 'cubic-bezier(0.16, 1, 0.3, 1)';
