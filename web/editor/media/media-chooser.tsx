import { useEffect } from 'preact/hooks';
import { MEDIA_TYPES } from '../../../game/media/media-file.ts';
import type { Draft } from '../../../game/quiz/library.ts';
import { useSignal } from '../../ui/use-signal.ts';
import { editor as words } from '../../words/en-editor.ts';
import { bringMedia } from './bring-media.ts';
import type { Upload } from './upload.ts';

interface Props {
  upload: Upload;
  bring(fields: Draft): void;
}

const ACCEPTED = `image/*,audio/*,${Object.keys(MEDIA_TYPES).filter((type) => type.startsWith('video/'))}`;
const isMedia = ({ type }: File) => /^(image|audio|video)\//.test(type);

/** A picture, sound or video is chosen, dropped, or pasted anywhere in the editor. */
export function MediaChooser({ upload, bring }: Props) {
  const state = useSignal<{ share: number } | { refused: string } | undefined>(undefined);
  const take = async (file: File | null | undefined) => {
    if (!file) return;
    state.value = { share: 0 };
    const done = await bringMedia(file, upload, (share) => {
      state.value = { share };
    });
    state.value = 'refused' in done ? done : undefined;
    if ('fields' in done) bring(done.fields);
  };
  const mediaIn = (data: DataTransfer | null) => [...(data?.files ?? [])].find(isMedia);
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const file = mediaIn(event.clipboardData);
      if (!file) return;
      event.preventDefault();
      void take(file);
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  });
  const now = state.value;
  return (
    <label
      class="media-chooser"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(mediaIn(event.dataTransfer) ?? event.dataTransfer?.files[0]);
      }}
    >
      <input
        class="visually-hidden"
        type="file"
        accept={ACCEPTED}
        onChange={({ currentTarget }) => {
          void take(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
      <span>{words.media.choose}</span>
      <span class="media-limits">{words.media.limits}</span>
      {now && 'share' in now && <progress value={now.share} max={1} aria-label={words.media.uploading} />}
      {now && 'refused' in now && (
        <span class="fault" role="alert">
          {now.refused}
        </span>
      )}
    </label>
  );
}
