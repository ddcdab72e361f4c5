import type { Draft } from '../../../game/quiz/library.ts';
import { MEDIA_FIELDS } from '../../../game/quiz/questions/kind.ts';
import { mediaOf } from '../../questions/draft-values.ts';
import { mediaAddress } from '../../ui/media-address.ts';
import { editor as words } from '../../words/en-editor.ts';
import { fieldsWith } from './bring-media.ts';

interface Props {
  drafts: Iterable<Draft>;
  /** Whose own are not offered. */
  current: Draft;
  bring(fields: Draft): void;
}

/** What other questions of the quiz have. */
export function MediaAgain({ drafts, current, bring }: Props) {
  const own = MEDIA_FIELDS.map((field) => mediaOf(current, field)?.file);
  const found = new Map(
    [...drafts].flatMap((draft) =>
      MEDIA_FIELDS.flatMap((field) => {
        const media = mediaOf(draft, field);
        return media && !own.includes(media.file) ? [[media.file, { field, media }] as const] : [];
      }),
    ),
  );
  if (!found.size) return null;
  return (
    <details class="media-again">
      <summary>{words.media.again}</summary>
      <ul>
        {[...found.values()].map(({ field, media }) => (
          <li key={media.file}>
            <button type="button" class="small" onClick={() => bring(fieldsWith(field, media))}>
              {field === 'picture' && <img src={mediaAddress(media.small ?? media.file)} alt="" loading="lazy" />}
              {words.media.named(field, media.alt)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
