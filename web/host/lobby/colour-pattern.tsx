import { ShapeIcon, tone } from '../../ui/icons.tsx';
import type { RoomModel } from '../../ui/page-model.ts';
import { both, host as words } from '../../words/en.ts';

export function ColourPattern({ model }: { model: RoomModel }) {
  const colours = model.hostView.value?.colours;
  if (!colours) return null;
  return (
    <p class="colours">
      {words.lobby.colours}{' '}
      <span role="img" aria-label={[...colours].map((one) => both.colours[Number(one) - 1]).join(', ')}>
        {[...colours].map((one, i) => (
          <b key={i} class="colour" style={tone(Number(one))}>
            <ShapeIcon number={Number(one)} />
          </b>
        ))}
      </span>
    </p>
  );
}
