import { useEffect, useRef } from 'preact/hooks';
import type { Draft } from '../../../game/quiz/library.ts';
import type { OpenEditor } from '../../editor/open-editor.tsx';
import type { HostModel } from '../../ui/page-model.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useDropped } from '../../ui/use-dropped.ts';
import { useSignal } from '../../ui/use-signal.ts';
import { host as words } from '../../words/en.ts';
import { readFiles } from './bring/choose-files.tsx';

/** Where the editor opens: its code comes with the first quiz that is edited. */
export function EditorPlace({ model, quiz }: { model: HostModel; quiz: string }) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<OpenEditor | null>(null);
  const isThere = useSignal(false);
  useDropped((files) => {
    if (!editor.current || isMedia(files)) return;
    model.bringing.open(addTo(editor.current));
    void readFiles(model.bringing, files);
  });
  useEffect(() => {
    const opened = import('../../editor/open-editor.tsx').then(async ({ openEditor }) => {
      if (!place.current) return undefined;
      isThere.value = true;
      const leave = () => model.edit(undefined);
      const play = (id: string) => model.open(id, true);
      // A reload leads back to it.
      const remember = (id: string) => history.replaceState({ quiz: id }, '');
      const made = await openEditor({
        ...model.editor,
        into: place.current,
        quiz,
        onPlay: play,
        onLeave: leave,
        onMade: remember,
        onBring: () => model.bringing.open(addTo(made)),
      });
      editor.current = made;
      made.add(model.toAdd(), 'end');
      return made;
    });
    // The browser's own way back.
    if (!history.state?.quiz) history.pushState({ quiz }, '');
    const back = () => model.edit(undefined);
    addEventListener('popstate', back);
    return () => {
      removeEventListener('popstate', back);
      if (history.state?.quiz) history.back();
      void opened.then((editor) => editor?.close());
    };
  }, [quiz]);
  return (
    <>
      {!isThere.value && <Skeleton label={words.loading} />}
      <div ref={place} />
    </>
  );
}

const addTo = (editor: OpenEditor) => (drafts: readonly Draft[]) => editor.add(drafts, 'here');

/** They belong to a question. */
const isMedia = (files: FileList) => /^(image|audio|video)\//.test(files[0]?.type ?? '');
