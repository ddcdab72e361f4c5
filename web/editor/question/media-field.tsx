import type { ComponentChildren } from 'preact';
import { pictureOf } from '../../questions/edited.tsx';
import type { FormProps } from '../../questions/editor-kind.ts';
import { pictureAddress } from '../../ui/picture-address.ts';
import { editor as words } from '../../words/en-editor.ts';
import { Fault } from './fault.tsx';

/** @param choose what brings a picture, or another one */
export function MediaField({ draft, set, fault, language, choose }: FormProps & { choose?: ComponentChildren }) {
  const picture = pictureOf(draft);
  if (!picture) return choose ? <div class="media-field">{choose}</div> : null;
  return (
    <div class="media-field" data-field="picture">
      <img src={pictureAddress(picture.file)} alt={picture.alt} lang={language} />
      <div class="media-words">
        <label>
          <span class="field-label">{words.fields.alt}</span>
          <input
            class="edited-line"
            value={picture.alt}
            maxLength={200}
            placeholder={words.fields.altHint}
            aria-invalid={Boolean(fault('picture', 'alt'))}
            lang={language}
            dir="auto"
            onInput={({ currentTarget }) => set({ picture: { ...picture, alt: currentTarget.value } }, 'alt')}
          />
        </label>
        <Fault text={fault('picture', 'alt') ?? fault('picture') ?? fault('picture', 'file')} />
        {choose}
        <button type="button" class="small" onClick={() => set({ picture: undefined })}>
          {words.fields.removePicture}
        </button>
      </div>
    </div>
  );
}
