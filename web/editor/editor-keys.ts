import type { EditorState } from './state/editor-state.ts';

const WRITING = 'input, textarea, select';

/** Of the whole editor; nothing typed in it reaches the page around. */
export const editorKeys = (state: EditorState, showKeys: () => void) => (event: KeyboardEvent) => {
  event.stopPropagation();
  const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event;
  if (event.defaultPrevented || (target instanceof Element && target.closest('dialog'))) return;
  const isWriting = target instanceof Element && target.matches(WRITING);
  const isCommand = (ctrlKey || metaKey) && !altKey;
  const letter = key.toLowerCase();
  if (isCommand && letter === 'z') (shiftKey ? state.redo : state.undo)();
  else if (isCommand && letter === 'y') state.redo();
  else if (isCommand && key === 'Enter') state.add();
  else if (altKey && !isCommand && (key === 'ArrowUp' || key === 'ArrowDown')) state.nudge(key === 'ArrowUp' ? -1 : 1);
  else if (key === '?' && !isWriting) showKeys();
  else return;
  event.preventDefault();
};
