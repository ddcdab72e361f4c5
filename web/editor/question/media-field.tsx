import type { ComponentChildren } from 'preact';
import { MEDIA_FIELDS, type MediaField, type Picture } from '../../../game/quiz/questions/kind.ts';
import { mediaOf } from '../../questions/draft-values.ts';
import type { FormProps } from '../../questions/editor-kind.ts';
import { mediaAddress } from '../../ui/media-address.ts';
import { useSignal } from '../../ui/use-signal.ts';
import { editor as words } from '../../words/en-editor.ts';
import { Fault } from './fault.tsx';

/** @param choose what brings a picture, sound or video */
export function MediaFields({ choose, ...form }: FormProps & { choose?: ComponentChildren }) {
  return (
    <>
      {MEDIA_FIELDS.map((field) => {
        const media = mediaOf(form.draft, field);
        return media && <OneMedia key={media.file} {...form} field={field} media={media} />;
      })}
      {choose}
    </>
  );
}

function OneMedia({ field, media, set, fault, language }: FormProps & { field: MediaField; media: Picture }) {
  const { alt, altHint, remove } = words.media[field];
  return (
    <div class="media-field" data-field={field}>
      <Shown field={field} media={media} language={language} />
      <div class="media-words">
        <label>
          <span class="field-label">{alt}</span>
          <input
            class="edited-line"
            value={media.alt}
            maxLength={200}
            placeholder={altHint}
            aria-invalid={Boolean(fault(field, 'alt'))}
            lang={language}
            dir="auto"
            onInput={({ currentTarget }) => set({ [field]: { ...media, alt: currentTarget.value } }, `${field} alt`)}
          />
        </label>
        <Fault text={fault(field, 'alt') ?? fault(field) ?? fault(field, 'file')} />
        <button type="button" class="small" onClick={() => set({ [field]: undefined })}>
          {remove}
        </button>
      </div>
    </div>
  );
}

function Shown({ field, media, language }: { field: MediaField; media: Picture; language: string }) {
  const isUnplayable = useSignal(false);
  const src = mediaAddress(media.file);
  if (field === 'picture') return <img src={src} alt={media.alt} lang={language} />;
  if (isUnplayable.value) return <p class="fault">{words.media[field].unplayable}</p>;
  const player = {
    src,
    controls: true,
    preload: 'metadata' as const,
    'aria-label': words.media.named(field, media.alt),
    onError: () => {
      isUnplayable.value = true;
    },
  };
  return field === 'sound' ? <audio {...player} /> : <video {...player} playsInline />;
}
