import type { RoomModel } from '../../ui/page-model.ts';
import { pictureAddress } from '../../ui/picture-address.ts';
import { roomOf } from '../../ui/present.ts';
import { useSecondsLeft } from '../../ui/use-seconds-left.ts';
import { host as words } from '../../words/en.ts';

export function GetReady({ model }: { model: RoomModel }) {
  const { title, of, turn, asked, language } = roomOf(model);
  const left = useSecondsLeft(model, turn?.showsAt);
  return (
    <div class="get-ready">
      <p class="kicker">{words.question.getReady}</p>
      <h1 class="get-ready-title" lang={language}>
        {title}
      </h1>
      <p class="kicker">{words.question.questions(of)}</p>
      {asked?.picture && <img hidden src={pictureAddress(asked.picture.file)} alt="" />}
      <p class="get-ready-count" aria-hidden="true" key={left}>
        {left || ''}
      </p>
    </div>
  );
}
