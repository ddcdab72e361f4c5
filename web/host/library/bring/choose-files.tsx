import type { BringQuiz, RefusedFile } from '../../../ui/bringing-model.ts';
import { host as words } from '../../../words/en.ts';

const PASTED = 'pasted.txt';

export async function readFiles(bringing: BringQuiz, files: Iterable<File>): Promise<void> {
  const dropped = Array.from(files, async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
  return bringing.read(await Promise.all(dropped));
}

export function ChooseFiles({ refused, bringing }: { refused: readonly RefusedFile[]; bringing: BringQuiz }) {
  const paste = (text: string) => bringing.read([{ name: PASTED, bytes: new TextEncoder().encode(text) }]);
  return (
    <>
      <Refused files={refused} />
      <label class="drop">
        <strong>{words.bring.drop}</strong>
        <span>{words.bring.formats}</span>
        <input
          class="visually-hidden"
          type="file"
          multiple
          onChange={({ currentTarget: { files } }) => files?.length && readFiles(bringing, files)}
        />
      </label>
      <label class="paste">
        {words.bring.paste}
        <textarea
          rows={5}
          placeholder={words.bring.pasteExample}
          onPaste={({ clipboardData }) => {
            const text = clipboardData?.getData('text/plain').trim();
            if (text) void paste(text);
          }}
          onChange={({ currentTarget }) => currentTarget.value.trim() && paste(currentTarget.value)}
        />
      </label>
    </>
  );
}

export const Refused = ({ files }: { files: readonly RefusedFile[] }) => (
  <>
    {files.map(({ name, reason }) => (
      <p key={name} class="bring-refused" role="alert">
        {reason || words.bring.unreadable(name)}
      </p>
    ))}
  </>
);
