import { useEffect } from 'preact/hooks';
import type { ExportChoice } from '../../export/export-choice.tsx';
import type { HostModel } from '../../ui/page-model.ts';
import { useSignal } from '../../ui/use-signal.ts';
import { host as words } from '../../words/en.ts';
import { Dialog } from '../controls/dialog.tsx';

/** A quiz as a file or on paper; the code of the formats comes with the first. */
export function ExportDialog({ model }: { model: HostModel }) {
  const quiz = model.exporting.value;
  if (!quiz) return null;
  return (
    <Dialog title={words.export.title(quiz.title || words.own.untitled)} close={() => model.export(undefined)}>
      <Choice model={model} quiz={quiz.id} />
    </Dialog>
  );
}

function Choice({ model, quiz }: { model: HostModel; quiz: string }) {
  const part = useSignal<{ Choice: typeof ExportChoice } | 'failed' | undefined>(undefined);
  useEffect(() => {
    import('../../export/export-choice.tsx').then(
      ({ ExportChoice: Choice }) => (part.value = { Choice }),
      () => (part.value = 'failed'),
    );
  }, []);
  const loaded = part.value;
  if (!loaded) return <p class="export-waits">{words.export.loading}</p>;
  if (loaded === 'failed') return <p role="alert">{words.export.failed}</p>;
  return <loaded.Choice ask={model.editor.session.ask} hostKey={model.editor.key} quiz={quiz} />;
}
