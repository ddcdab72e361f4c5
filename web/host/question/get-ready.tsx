import { mediaAddress } from '../../ui/media-address.ts';
import type { RoomModel } from '../../ui/page-model.ts';
import { roomOf } from '../../ui/present.ts';
import { useSecondsLeft } from '../../ui/use-seconds-left.ts';
import { host as words } from '../../words/en.ts';
import type { Played } from './use-played.ts';

export function GetReady({ model, played }: { model: RoomModel; played: Played | undefined }) {
  const { title, of, turn, asked, language } = roomOf(model);
  const left = useSecondsLeft(model, turn?.showsAt);
  return (
    <div class="get-ready">
      <p class="kicker">{words.question.getReady}</p>
      <h1 class="get-ready-title" lang={language}>
        {title}
      </h1>
      <p class="kicker">{words.question.questions(of)}</p>
      {asked?.picture && <img hidden src={mediaAddress(asked.picture.file)} alt="" />}
      {played?.state.value === 'loading' && (
        <p class="kicker">{(played.isVideo ? words.played.video : words.played.sound).loading}</p>
      )}
      <p class="get-ready-count" aria-hidden="true" key={left}>
        {left || ''}
      </p>
    </div>
  );
}
