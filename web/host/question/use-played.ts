import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { useEffect, useMemo } from 'preact/hooks';
import { mediaAddress } from '../../ui/media-address.ts';
import type { RoomModel } from '../../ui/page-model.ts';

/** `refused`: the browser wants a press first. */
type PlayedState = 'loading' | 'ready' | 'playing' | 'refused' | 'over' | 'failed';

export interface Played {
  isVideo: boolean;
  element: HTMLMediaElement;
  state: ReadonlySignal<PlayedState>;
  /** From its beginning. */
  play(): void;
}

/** Sound or video of the question: loaded while it is announced, played once until it closes. */
export function usePlayed(model: RoomModel): Played | undefined {
  const { asked, turn, phase } = model.room.value ?? {};
  const part = phase === 'question' ? model.questionPhase.value : phase;
  const file = (asked?.video ?? asked?.sound)?.file;
  const isVideo = Boolean(asked?.video);
  const played = useMemo(() => (file ? createPlayed(file, isVideo) : undefined), [file, isVideo, turn?.number]);
  const { loudness } = model;
  useEffect(() => () => played?.close(), [played]);
  useEffect(() => {
    if (!played || !loudness) return;
    return loudness.subscribe((level) => played.setLoudness(level));
  }, [played, loudness]);
  useEffect(() => {
    if (!played || !loudness) return;
    if (part === 'reading' || part === 'open') played.start();
    else played.element.pause();
  }, [played, loudness, part]);
  return played;
}

interface OwnPlayed extends Played {
  /** Once. */
  start(): void;
  setLoudness(level: number): void;
  close(): void;
}

function createPlayed(file: string, isVideo: boolean): OwnPlayed {
  const element = document.createElement(isVideo ? 'video' : 'audio');
  const state: Signal<PlayedState> = signal('loading');
  let isStarted = false;
  element.preload = 'auto';
  element.setAttribute('playsinline', '');
  element.oncanplay = () => {
    if (state.peek() === 'loading') state.value = 'ready';
  };
  element.onplaying = () => {
    state.value = 'playing';
  };
  element.onpause = element.onended = () => {
    if (state.peek() === 'playing') state.value = 'over';
  };
  element.onwaiting = () => {
    if (state.peek() === 'playing') state.value = 'loading';
  };
  element.onerror = () => {
    state.value = 'failed';
  };
  element.src = mediaAddress(file);

  function play() {
    isStarted = true;
    if (element.error) element.load();
    else element.currentTime = 0;
    // What was paused before it began, or has failed, is told by events.
    element.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError') state.value = 'refused';
    });
  }

  return {
    isVideo,
    element,
    state,
    play,
    start() {
      if (!isStarted) play();
    },
    setLoudness(level) {
      element.volume = level;
      element.muted = level === 0;
    },
    close() {
      element.pause();
      element.removeAttribute('src');
      element.load();
    },
  };
}
