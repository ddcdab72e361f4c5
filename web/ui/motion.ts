/** Whoever asks for less motion gets cuts and fades: scripts that move or count ask here, style sheets ask for themselves. */
export const stillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** `ease-out` of the style sheets. */
export const EASE = 'cubic-bezier(0.16, 1, 0.3, 1)';
