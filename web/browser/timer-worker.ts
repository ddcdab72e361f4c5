// Timers in a worker are not throttled in a hidden tab.
addEventListener('message', ({ data: [id, ms] }: MessageEvent<[id: number, ms: number]>) => {
  setTimeout(() => postMessage(id), ms);
});
