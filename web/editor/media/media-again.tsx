import type { Draft } from '../../../game/quiz/library.ts';
import { MEDIA_FIELDS } from '../../../game/quiz/questions/kind.ts';
import { mediaOf } from '../../questions/draft-values.ts';
import { mediaAddress } from '../../ui/media-address.ts';
import { useSignal } from '../../ui/use-signal.ts';
import { editor as words } from '../../words/en-editor.ts';
import { fieldsWith } from './bring-media.ts';

interface Props {
  drafts: readonly Draft[];
  /** Whose own are not offered. */
  current: Draft;
  bring(fields: Draft): void;
}

/** What other questions of the quiz have. */
export function MediaAgain({ drafts, current, bring }: Props) {
  const isOpen = useSignal(false);
  const found = mediaBeside(drafts, current);
  if (!found.length) return null;
  return (
    <details
      class="media-again"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>{words.media.again}</summary>
      {isOpen.value && (
        <ul>
          {found.map(({ field, media }) => (
            <li key={media.file}>
              <button type="button" class="small" onClick={() => bring(fieldsWith(field, media))}>
                {field === 'picture' && <img src={mediaAddress(media.small ?? media.file)} alt="" />}
                {words.media.named(field, media.alt)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function mediaBeside(drafts: readonly Draft[], current: Draft) {
  const own = MEDIA_FIELDS.map((field) => mediaOf(current, field)?.file);
  const found = drafts.flatMap((draft) =>
    MEDIA_FIELDS.flatMap((field) => {
      const media = mediaOf(draft, field);
      return media && !own.includes(media.file) ? [{ field, media }] : [];
    }),
  );
  return [...new Map(found.map((one) => [one.media.file, one])).values()];
}
