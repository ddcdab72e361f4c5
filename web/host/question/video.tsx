import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Media } from '../../../game/quiz/questions/kind.ts';
import type { Played } from './use-played.ts';

/** Where a picture would be. */
export function Video({ played, video, language }: { played: Played; video: Media; language: string }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(played.element), [played]);
  return <div ref={place} class="picture video" role="img" aria-label={video.alt} lang={language} />;
}
