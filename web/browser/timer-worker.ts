// A worker that does nothing but wait: a hidden tab's own timers are slowed down to one a minute, a worker's are not.
addEventListener('message', ({ data: [id, ms] }: MessageEvent<[id: number, ms: number]>) => {
  setTimeout(() => postMessage(id), ms);
});
