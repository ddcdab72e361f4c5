import type { HostModel } from '../../model.ts';
import { host as words } from '../../words/en.ts';
import { NoKey } from './no-key.tsx';
import { LineLost, Refused } from './notices.tsx';
import { RoomScreen } from './room-screen.tsx';
import { ShelfScreen } from './shelf-screen.tsx';
import { Skeleton } from './skeleton.tsx';
import { Taken } from './taken.tsx';

/** Everything that a host sees: one screen at a time, and what may be said over each of them. */
export function HostPage({ model }: { model: HostModel }) {
  return (
    <>
      <Screen model={model} />
      <LineLost model={model} />
      <Refused model={model} />
    </>
  );
}

function Screen({ model }: { model: HostModel }) {
  switch (model.status.value) {
    case 'noKey':
      return <NoKey />;
    case 'loading':
      return <Skeleton label={words.loading} />;
    case 'shelf':
      return <ShelfScreen model={model} />;
    case 'in':
      return <RoomScreen model={model} />;
    case 'taken':
      return <Taken model={model} />;
  }
}
