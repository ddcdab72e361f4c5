/** Epoch ms by the wall clock of the start: setting that clock cuts nobody off and closes no question. */
export const steadyNow = () => Math.floor(performance.timeOrigin + performance.now());
