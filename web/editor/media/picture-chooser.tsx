import { useEffect } from 'preact/hooks';
import { useSignal } from '../../ui/use-signal.ts';
import { editor as words } from '../../words/en-editor.ts';
import { fitPicture } from './fit-picture.ts';
import type { Upload } from './upload.ts';

interface Props {
  upload: Upload;
  bring(picture: { file: string; alt: string }): void;
}

/** A picture is chosen, dropped, or pasted anywhere in the editor. */
export function PictureChooser({ upload, bring }: Props) {
  const state = useSignal<{ share: number } | { refused: string } | undefined>(undefined);
  const take = async (file: File | null | undefined) => {
    if (!file) return;
    state.value = { share: 0 };
    const picture = await fitPicture(file);
    const done = picture
      ? await upload(picture, (share) => {
          state.value = { share };
        })
      : { refused: words.media.noPicture };
    state.value = 'refused' in done ? done : undefined;
    if ('file' in done) bring({ file: done.file, alt: '' });
  };
  const picturesIn = (data: DataTransfer | null) => [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/'));
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const file = picturesIn(event.clipboardData);
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
      class="picture-chooser"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(picturesIn(event.dataTransfer) ?? event.dataTransfer?.files[0]);
      }}
    >
      <input
        class="visually-hidden"
        type="file"
        accept="image/*"
        onChange={({ currentTarget }) => {
          void take(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
      <span>{words.media.choose}</span>
      {now && 'share' in now && <progress value={now.share} max={1} aria-label={words.media.uploading} />}
      {now && 'refused' in now && (
        <span class="fault" role="alert">
          {now.refused}
        </span>
      )}
    </label>
  );
}
