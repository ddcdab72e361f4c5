import type { HostModel } from '../ui/page-model.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { host as words } from '../words/en.ts';
import { HostedElsewhere } from './hosted-elsewhere.tsx';
import { BringDialog } from './library/bring/bring-dialog.tsx';
import { EditorPlace } from './library/editor-place.tsx';
import { ExportDialog } from './library/export-dialog.tsx';
import { InvalidLink } from './library/invalid-link.tsx';
import { LibraryScreen } from './library/library-screen.tsx';
import { LineLost, RefusalMessage } from './notices.tsx';
import { RoomScreen } from './room-screen.tsx';

export function HostPage({ model }: { model: HostModel }) {
  return (
    <>
      <Screen model={model} />
      <BringDialog bringing={model.bringing} />
      <ExportDialog model={model} />
      <LineLost model={model} />
      <RefusalMessage model={model} />
    </>
  );
}

function Screen({ model }: { model: HostModel }) {
  switch (model.status.value) {
    case 'noKey':
      return <InvalidLink />;
    case 'loading':
      return <Skeleton label={words.loading} />;
    case 'shelf': {
      const quiz = model.editing.value;
      return quiz ? <EditorPlace model={model} quiz={quiz} /> : <LibraryScreen model={model} />;
    }
    case 'in':
      return <RoomScreen model={model} />;
    case 'taken':
      return <HostedElsewhere model={model} />;
  }
}
