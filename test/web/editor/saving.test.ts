// Nothing typed is lost, whatever the line does; two who edit one quiz end with the same.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEditorModel, type EditorModel } from '../../../web/editor/model/editor-model.ts';
import { addQuestions, moveQuestions, removeQuestions, setField, setHeading } from '../../../web/editor/model/edits.ts';
import { createFakeStore, createFaultyLine, createServer, createTime, type FakeServer, type Time } from './faulty-line.ts';

const HEADING = { title: '', language: 'en', order: ['a', 'b', 'c'] };
const DRAFTS = { a: { kind: 'choice', text: '' }, b: { kind: 'choice', text: '' }, c: { kind: 'choice', text: '' } };

function createPerson(server: FakeServer, time: Time, random: () => number) {
  let line = createFaultyLine(server, time, random);
  const store = createFakeStore();
  const open = () => createEditorModel({ line: line.line, store, environment: time, quiz: 'quiz' });
  let model = open();
  return {
    get model() {
      return model;
    },
    get line() {
      return line;
    },
    async reload() {
      await model.close();
      line = createFaultyLine(server, time, random);
      model = open();
    },
  };
}
type Person = ReturnType<typeof createPerson>;

const tokens = (text: unknown) => String(text).split(' ').filter(Boolean);
const union = (...texts: unknown[]) => [...new Set(texts.flatMap(tokens))].join(' ');

/** Of two texts both are wanted. */
function choose({ quiz, clashes, edit, take }: EditorModel) {
  const { heading, drafts } = clashes.peek();
  if (heading) {
    edit(setHeading(quiz.peek(), { title: union(quiz.peek().heading.title, heading.title) }));
    take('mine');
  }
  for (const [id, theirs] of drafts) {
    edit(setField(quiz.peek(), id, 'text', union(quiz.peek().drafts.get(id)?.text, theirs.text)));
    take('mine', id);
  }
}

const who = fc.nat(1);
const row = fc.nat(4);
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), who, row }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('title' as const), who, row }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('add' as const), who, row }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), who, row }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), who, row }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cut' as const), who, row }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('mend' as const), who, row }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reload' as const), who, row }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('choose' as const), who, row }) },
);

const plan = fc.array(fc.tuple(act, fc.constantFrom(0, 50, 300, 900)), { maxLength: 40 });

test('nothing typed is lost and two editors end with the same quiz, whatever is lost, delayed, cut or reloaded', async () => {
  await fc.assert(
    fc.asyncProperty(
      plan,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 7, maxLength: 60 }),
      async (plan, chance) => {
        let drawn = 0;
        let isFaulty = true;
        const random = () => (isFaulty ? (chance[drawn++ % chance.length] ?? 0.5) : 0.5);
        const time = createTime();
        const server = createServer(HEADING, DRAFTS);
        const people: Person[] = [createPerson(server, time, random), createPerson(server, time, random)];
        await time.advance(5000);
        const typed = new Map<string, string[]>();
        const added = new Set<string>();
        const removed = new Set<string>();
        for (const [i, [{ do: what, who, row }, wait]] of plan.entries()) {
          const person = people[who];
          if (!person) continue;
          const { model } = person;
          const quiz = model.quiz.peek();
          const id = quiz.heading.order[row % Math.max(1, quiz.heading.order.length)];
          if (model.status.peek() === 'ready') {
            if (what === 'type' && id) {
              typed.set(id, [...(typed.get(id) ?? []), `t${i}`]);
              model.edit(setField(quiz, id, 'text', `${quiz.drafts.get(id)?.text ?? ''} t${i}`), `${id} text`);
            }
            if (what === 'title') {
              typed.set('', [...(typed.get('') ?? []), `t${i}`]);
              model.edit(setHeading(quiz, { title: `${quiz.heading.title} t${i}` }));
            }
            if (what === 'add') {
              added.add(`q${i}`);
              model.edit(addQuestions(quiz, new Map([[`q${i}`, { kind: 'poll', text: '' }]]), id));
            }
            if (what === 'remove' && id) {
              removed.add(id);
              model.edit(removeQuestions(quiz, new Set([id])));
            }
            if (what === 'move' && id) model.edit(moveQuestions(quiz, new Set([id]), undefined));
            if (what === 'choose') choose(model);
          }
          if (what === 'cut') person.line.cut();
          if (what === 'mend') person.line.mend();
          if (what === 'reload') await person.reload();
          await time.advance(wait);
        }
        isFaulty = false;
        for (let round = 0; round < 6; round++) {
          for (const { line, model } of people) {
            line.mend();
            choose(model);
          }
          await time.advance(20_000);
        }
        const head = server.head()!.value;
        for (const { model } of people) {
          expect(model.saving.peek()).toBe('saved');
          expect(model.quiz.peek().heading).toEqual(head);
          for (const id of head.order) expect(model.quiz.peek().drafts.get(id)).toEqual(server.rows.get(id)?.value);
        }
        for (const [id, said] of typed)
          expect(tokens(id ? server.rows.get(id)?.value.text : head.title)).toEqual(expect.arrayContaining(said));
        expect(head.order).toHaveLength(new Set(head.order).size);
        const lost = [...HEADING.order, ...added].filter((id) => !removed.has(id) && !head.order.includes(id));
        expect(lost).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});
