import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange, type Change, type EditedQuiz, inverseOf } from '../../../web/editor/model/edited-quiz.ts';
import { addQuestions, moveQuestions, removeQuestions, setField, setHeading } from '../../../web/editor/model/edits.ts';
import { type History, NO_HISTORY, recorded, redone, undone } from '../../../web/editor/model/history.ts';

const START: EditedQuiz = {
  heading: { title: '', language: 'en', order: ['a', 'b'] },
  drafts: new Map([
    ['a', { text: '' }],
    ['b', { text: '' }],
  ]),
};

interface State {
  quiz: EditedQuiz;
  history: History;
}

const edit = ({ quiz, history }: State, change: Change, field?: string, at = 0): State => ({
  quiz: applyChange(quiz, change),
  history: recorded(history, { before: inverseOf(quiz, change), after: change, field, at }),
});
const go = (state: State, find: typeof undone): State => {
  const found = find(state.quiz, state.history);
  return found ? { quiz: applyChange(state.quiz, found.change), history: found.history } : state;
};
const seen = ({ quiz }: State) => ({ ...quiz.heading, drafts: quiz.heading.order.map((id) => quiz.drafts.get(id)) });

const anyEdit = fc.tuple(fc.constantFrom('type', 'title', 'add', 'remove', 'move'), fc.nat(5));

test('undoing everything leads to the start, doing it again to the end', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 30 }), (edits) => {
      let state: State = { quiz: START, history: NO_HISTORY };
      for (const [i, [what, n]] of edits.entries()) {
        const { quiz } = state;
        const id = quiz.heading.order[n % Math.max(1, quiz.heading.order.length)];
        if (what === 'type' && id) state = edit(state, setField(quiz, id, 'text', `${i}`), `${id} text`, i * 600);
        if (what === 'title') state = edit(state, setHeading(quiz, { title: `${i}` }));
        if (what === 'add') state = edit(state, addQuestions(quiz, new Map([[`q${i}`, { text: `${i}` }]]), id));
        if (what === 'remove' && id) state = edit(state, removeQuestions(quiz, new Set([id])));
        if (what === 'move' && id) state = edit(state, moveQuestions(quiz, new Set([id]), undefined));
      }
      let back = state;
      for (const _ of edits) back = go(back, undone);
      expect(seen(back)).toEqual(seen({ quiz: START, history: NO_HISTORY }));
      for (const _ of edits) back = go(back, redone);
      expect(seen(back)).toEqual(seen(state));
    }),
  );
});

test('what is typed without a pause is undone at once', () => {
  let state: State = { quiz: START, history: NO_HISTORY };
  for (const [i, text] of ['W', 'Wh', 'Who'].entries())
    state = edit(state, setField(state.quiz, 'a', 'text', text), 'a text', i * 200);
  state = edit(state, setField(state.quiz, 'a', 'text', 'Who?'), 'a text', 5000);
  state = go(state, undone);
  expect(state.quiz.drafts.get('a')).toEqual({ text: 'Who' });
  expect(go(state, undone).quiz.drafts.get('a')).toEqual({ text: '' });
});

test('what somebody else has changed since is not undone', () => {
  let state: State = { quiz: START, history: NO_HISTORY };
  state = edit(state, setField(state.quiz, 'b', 'text', 'mine'));
  state = edit(state, setField(state.quiz, 'a', 'text', 'mine'));
  state = { ...state, quiz: applyChange(state.quiz, setField(state.quiz, 'a', 'text', 'theirs')) };
  state = go(state, undone);
  expect([...state.quiz.drafts.values()]).toEqual([{ text: 'theirs' }, { text: '' }]);
});

test('undoing a removal keeps what somebody else has added meanwhile', () => {
  let state: State = { quiz: START, history: NO_HISTORY };
  state = edit(state, removeQuestions(state.quiz, new Set(['a'])));
  state = { ...state, quiz: applyChange(state.quiz, addQuestions(state.quiz, new Map([['x', {}]]))) };
  expect(go(state, undone).quiz.heading.order).toEqual(['a', 'b', 'x']);
});
