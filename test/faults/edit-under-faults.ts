// Two hosts edit one quiz under faults, while a game is played.
import { addQuestions, moveQuestions, removeQuestions, setField, setHeading } from '../../web/editor/model/edits.ts';
import { type EditingHost, openEditingHost } from './editing-host.ts';
import { checkEditing, wordsOf } from './editing-invariants.ts';
import type { GameUnderFaults } from './game-under-faults.ts';

const QUIZ = 'edited';
/** Between two edits of one host, ms. */
const RESTS = { least: 50, most: 1200 };
/** Of each, in a long game. */
const EDITS = 30;
/** What both have typed has to fit. */
const TITLE_MOST = 30;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Begins at once. */
export function editUnderFaults(game: Pick<GameUnderFaults, 'port' | 'key' | 'plan' | 'open'>) {
  const typed = new Map<string, string[]>();
  const removed = new Set<string>();
  const first = openEditingHost(game, QUIZ, 'editor 0');
  const hosts: EditingHost[] = [first];
  let isOn = true;
  let words = 0;

  function word(row: string): string {
    const next = `w${words++}`;
    typed.set(row, [...(typed.get(row) ?? []), next]);
    return next;
  }

  async function act(host: EditingHost) {
    const { model, chance } = host;
    const quiz = model.quiz.peek();
    const { order, title } = quiz.heading;
    const id = order[Math.floor(chance() * order.length)];
    const what = chance();
    if (what < 0.05 && model.saving.peek() !== 'new') {
      game.plan.note('editor reloaded');
      return host.reload();
    }
    if (what < 0.1) {
      game.plan.note('editor cut off');
      return host.cut();
    }
    if (model.status.peek() !== 'ready') return;
    if (what < 0.2) return choose(host);
    if (what < 0.25 && title.length < TITLE_MOST) return model.edit(setHeading(quiz, { title: `${title} ${word('')}` }), 'title');
    if (what < 0.35 || !id) {
      const added = `q${words}`;
      return model.edit(addQuestions(quiz, new Map([[added, { kind: 'poll', text: word(added) }]]), id));
    }
    if (what < 0.4) return model.edit(moveQuestions(quiz, new Set([id]), order.at(-1)));
    if (what < 0.43) {
      removed.add(id);
      return model.edit(removeQuestions(quiz, new Set([id])));
    }
    model.edit(setField(quiz, id, 'text', `${quiz.drafts.get(id)?.text ?? ''} ${word(id)}`), `${id} text`);
  }

  async function edit(host: EditingHost) {
    for (let edits = 0; isOn && edits < EDITS; edits++) {
      await act(host);
      await pause(RESTS.least + host.chance() * (RESTS.most - RESTS.least));
    }
  }

  async function editBoth() {
    const alone = edit(first);
    while (isOn && first.model.saving.peek() !== 'saved') await pause(100);
    const second = openEditingHost(game, QUIZ, 'editor 1');
    hosts.push(second);
    await Promise.all([alone, edit(second)]);
  }
  const editing = editBoth();

  async function settle() {
    const deadline = performance.now() + 120_000;
    const seen = () => hosts.map(({ model }) => [model.status.peek(), model.saving.peek()]);
    while (seen().some(([status, saving]) => status !== 'ready' || saving !== 'saved')) {
      if (performance.now() > deadline) throw new Error(`stuck editors: ${JSON.stringify(seen())}`);
      for (const host of hosts) choose(host);
      await pause(200);
    }
  }

  return {
    /** Acknowledged. */
    saves: () => hosts.flatMap(({ frames }) => frames.filter(({ frame }) => frame.type === 'saved')).length,
    /** After the last fault. @throws when an invariant is broken */
    async finish() {
      isOn = false;
      await editing;
      await settle();
      for (const host of hosts) await host.reload();
      await settle();
      await checkEditing(game, { quiz: QUIZ, hosts, typed, removed });
    },
    async close() {
      isOn = false;
      await editing;
      for (const host of hosts) await host.leave();
    },
  };
}

/** Of two texts both are wanted. */
function choose({ model: { quiz, clashes, edit, take } }: EditingHost) {
  const { heading, drafts } = clashes.peek();
  const both = (...texts: unknown[]) => [...new Set(texts.flatMap(wordsOf))].join(' ');
  if (heading) {
    edit(setHeading(quiz.peek(), { title: both(quiz.peek().heading.title, heading.title) }));
    take('mine');
  }
  for (const [id, theirs] of drafts) {
    edit(setField(quiz.peek(), id, 'text', both(quiz.peek().drafts.get(id)?.text, theirs.text)));
    take('mine', id);
  }
}
