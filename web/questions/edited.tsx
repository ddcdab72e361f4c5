// The editor's way to the kinds of question.
import type { Draft } from '../../game/quiz/library.ts';
import { type Asked, KINDS, type KindName, worth } from '../../game/quiz/questions/index.ts';
import { mediaOf, textOf } from './draft-values.ts';
import type { FormProps } from './editor-kind.ts';
import { ON_EDITOR } from './on-editor.ts';
import { addKind } from './on-phones.ts';
import { row as typedOnPhone } from './typed-on-phone.tsx';

// The preview shows all kinds.
addKind('typed', typedOnPhone);

const isKind = (name: unknown): name is KindName => typeof name === 'string' && Object.hasOwn(KINDS, name);

export const KIND_NAMES = Object.keys(KINDS).filter(isKind);

/** Undefined: of no kind that we have. */
export const kindOfDraft = ({ kind }: Draft): KindName | undefined => (isKind(kind) ? kind : undefined);

export const newDraft = (kind: KindName = 'choice'): Draft => ({ kind, text: '', ...ON_EDITOR[kind].fieldsFrom({}) });

/** What every kind has stays, and of its own fields what the new one can use. */
export function withKind(draft: Draft, kind: KindName): Draft {
  const before = kindOfDraft(draft);
  const own = before ? KINDS[before].fields : {};
  const shared = Object.fromEntries(Object.entries(draft).filter(([field]) => !Object.hasOwn(own, field)));
  const fields = Object.entries(ON_EDITOR[kind].fieldsFrom(draft)).filter(([, value]) => value !== undefined);
  return { ...shared, kind, ...Object.fromEntries(fields) };
}

export function KindForm({ kind, ...form }: FormProps & { kind: KindName }) {
  const { Form } = ON_EDITOR[kind];
  return <Form {...form} />;
}

/** As all will see it, whatever is missing. */
export function askedOfDraft<N extends KindName>(kind: N, draft: Draft, language: string): Asked<N> {
  const points = draft.points === 0 || draft.points === 2000 ? draft.points : 1000;
  return {
    kind,
    text: textOf(draft.text) || '…',
    picture: mediaOf(draft, 'picture'),
    sound: mediaOf(draft, 'sound'),
    video: mediaOf(draft, 'video'),
    points: worth({ kind, points }),
    prompt: ON_EDITOR[kind].prompt(draft, language),
  };
}
