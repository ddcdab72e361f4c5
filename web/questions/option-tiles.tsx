import { useRef } from 'preact/hooks';
import { announce } from '../editor/fields/announce.ts';
import { GrowingText } from '../editor/fields/growing-text.tsx';
import { RightMark } from '../editor/fields/right-mark.tsx';
import { ShapeIcon, tone } from '../ui/icons.tsx';
import { editor as words } from '../words/en-editor.ts';
import type { FormProps } from './editor-kind.ts';
import { type EditedOptions, linesOf, MOST_OPTIONS, pasteOptions, removeOption } from './option-edits.ts';

/** Above it the projector shrinks the tiles' texts. */
const LONG = 75;
const LONGEST = 150;

interface Props extends FormProps {
  edited: EditedOptions;
  change(next: EditedOptions, field?: string): void;
  /** Absent: nothing is right. */
  mark?(number: number): void;
}

/** Options as they will look. Enter leads to the next one. */
export function OptionTiles({ edited, change, mark, fault, language }: Props) {
  const { options, right } = edited;
  const list = useRef<HTMLDivElement>(null);
  const focus = (at: number) => {
    // After the new one is drawn.
    queueMicrotask(() => list.current?.querySelectorAll('textarea')[at]?.focus());
  };
  const add = () => {
    change({ ...edited, options: [...options, ''] });
    focus(options.length);
  };
  const next = (at: number) => {
    if (at + 1 < options.length) focus(at + 1);
    else if (options.length < MOST_OPTIONS) add();
  };
  return (
    <div ref={list} class="edited-options" data-field="options" data-count={options.length}>
      {options.map((text, at) => (
        <div key={at} class="edited-tile" data-part={at} style={tone(at + 1)}>
          <ShapeIcon number={at + 1} />
          <GrowingText
            label={words.fields.option(at + 1)}
            placeholder={words.fields.option(at + 1)}
            value={text}
            most={LONGEST}
            invalid={Boolean(fault('options', at))}
            language={language}
            input={(value) => change({ ...edited, options: options.with(at, value) }, `option ${at}`)}
            enter={() => next(at)}
            paste={(pasted) => {
              const lines = linesOf(pasted);
              if (lines.length < 2) return false;
              const { left, ...all } = pasteOptions(edited, at, lines);
              change(all);
              announce(left ? words.pasted.some(lines.length - left, left) : words.pasted.all(lines.length));
              return true;
            }}
          />
          {mark && (
            <RightMark
              on={right.includes(at + 1)}
              label={words.fields.isRight(text || words.fields.option(at + 1))}
              press={() => mark(at + 1)}
            />
          )}
          <button
            type="button"
            class="tile-remove"
            aria-label={words.fields.removeOption(at + 1)}
            onClick={() => {
              change(removeOption(edited, at));
              focus(Math.max(0, at - 1));
            }}
          >
            ×
          </button>
          {fault('options', at) && <p class="fault">{fault('options', at)}</p>}
          {text.length > LONG && !fault('options', at) && <p class="warning">{words.long(text.length, LONG)}</p>}
        </div>
      ))}
      {options.length < MOST_OPTIONS && (
        <button type="button" class="edited-tile add-option" onClick={add}>
          + {words.fields.addOption}
        </button>
      )}
      {[fault('options'), mark && fault('right')].map(
        (text) =>
          text && (
            <p key={text} class="fault" data-field="right">
              {text}
            </p>
          ),
      )}
    </div>
  );
}
