import { editor as words } from '../words/en-editor.ts';
import { Tool } from './fields/tool.tsx';
import type { Saving } from './model/editor-model.ts';
import { setHeading } from './model/edits.ts';
import type { EditorState } from './state/editor-state.ts';

const TITLE_LONGEST = 80;
/** Those that are spoken most, and those of Europe. */
const LANGUAGES =
  'ar bg bn ca cs da de el en es et eu fa fi fil fr ga gl he hi hr hu id is it ja ko lt lv mk ms mt nb nl pl pt pt-BR ro ru sk sl sq sr sv sw ta th tr uk ur vi zh zh-Hant';

interface Props {
  state: EditorState;
  leave(): void;
  play(): void;
  showKeys(): void;
}

export function TopBar({ state, leave, play, showKeys }: Props) {
  const { model } = state;
  const { title, language } = model.quiz.value.heading;
  return (
    <header class="editor-top">
      <button type="button" class="quiet" onClick={leave}>
        <span aria-hidden="true">← </span>
        {words.back}
      </button>
      <h1 class="visually-hidden" lang={title ? language : words.language}>
        {title || words.titleMissing}
      </h1>
      <input
        class="editor-title"
        data-field="title"
        aria-label={words.title}
        placeholder={words.titleMissing}
        value={title}
        maxLength={TITLE_LONGEST}
        lang={title ? language : words.language}
        dir="auto"
        onInput={({ currentTarget }) => model.edit(setHeading(model.quiz.peek(), { title: currentTarget.value }), 'title')}
      />
      <select
        class="editor-language"
        aria-label={words.quizLanguage}
        value={language}
        onChange={({ currentTarget }) => model.edit(setHeading(model.quiz.peek(), { language: currentTarget.value }))}
      >
        {[...new Set([...LANGUAGES.split(' '), language])].filter(Boolean).map((tag) => (
          <option key={tag} value={tag} selected={tag === language} label={nameOf(tag)} />
        ))}
      </select>
      <p class="saving" role="status" data-saving={typeof model.saving.value === 'string' ? model.saving.value : 'refused'}>
        {inWords(model.saving.value)}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: three buttons need no frame */}
      <div class="editor-tools" role="group" aria-label={words.undo}>
        <Tool label={words.undo} keys="Ctrl Z" sign="undo" isOff={!model.canUndo.value} act={state.undo} />
        <Tool label={words.redo} keys="Ctrl Shift Z" sign="redo" isOff={!model.canRedo.value} act={state.redo} />
        <Tool label={words.shortcuts} keys="?" sign="keys" act={showKeys} />
      </div>
      <button type="button" class="primary editor-play" onClick={play}>
        {words.play}
      </button>
    </header>
  );
}

const inWords = (saving: Saving) => (typeof saving === 'object' ? words.saving.refused(saving.refused) : words.saving[saving]);

const names = new Map<string, string>();

/** Of a language, in itself; it takes a while to find. */
function nameOf(tag: string): string {
  const known = names.get(tag);
  if (known) return known;
  let name = tag;
  try {
    name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    // No language at all.
  }
  names.set(tag, name);
  return name;
}
