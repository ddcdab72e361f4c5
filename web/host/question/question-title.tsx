import { badgeOf } from '../../questions/asked-on-projector.tsx';
import type { RoomModel } from '../../ui/page-model.ts';
import { roomOf } from '../../ui/present.ts';
import { host as words } from '../../words/en.ts';

export function QuestionTitle({ model }: { model: RoomModel }) {
  const room = roomOf(model);
  const asking = room.phase === 'question' || room.phase === 'reveal';
  if (!asking || !room.asked || model.questionPhase.value === 'ready')
    return (
      <p class="head-title" lang={room.language}>
        {room.title}
      </p>
    );
  const { points } = room.asked;
  const badge = badgeOf(room.asked);
  return (
    <p class="head-title">
      <strong>{words.question.of(room.number, room.of)}</strong>
      {points !== 1000 && <span class="badge">{points ? words.question.double : words.question.none}</span>}
      {badge && <span class="badge">{badge}</span>}
    </p>
  );
}
