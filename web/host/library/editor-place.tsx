import { useEffect, useRef } from 'preact/hooks';
import type { HostModel } from '../../ui/page-model.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useSignal } from '../../ui/use-signal.ts';
import { host as words } from '../../words/en.ts';

/** Where the editor opens: its code comes with the first quiz that is edited. */
export function EditorPlace({ model, quiz }: { model: HostModel; quiz: string }) {
  const place = useRef<HTMLDivElement>(null);
  const isThere = useSignal(false);
  useEffect(() => {
    const opened = import('../../editor/open-editor.tsx').then(({ openEditor }) => {
      if (!place.current) return undefined;
      isThere.value = true;
      const leave = () => model.edit(undefined);
      const play = (id: string) => model.open(id, true);
      // A reload leads back to it.
      const remember = (id: string) => history.replaceState({ quiz: id }, '');
      return openEditor({ ...model.editor, into: place.current, quiz, onPlay: play, onLeave: leave, onMade: remember });
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
