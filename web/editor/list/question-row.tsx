import { Component } from 'preact';
import type { Draft } from '../../../game/quiz/library.ts';
import { textOf } from '../../questions/draft-values.ts';
import { kindOfDraft } from '../../questions/edited.tsx';
import { editor as words } from '../../words/en-editor.ts';
import { faultsIn } from '../question/fault-words.ts';
import { dragged } from './drag-questions.ts';

interface Props {
  id: string;
  /** From 1. */
  number: number;
  of: number;
  draft: Draft;
  language: string;
  isCurrent: boolean;
  isChosen: boolean;
  clashes: boolean;
}

/** Drawn anew only when something of its own has changed. */
export class QuestionRow extends Component<Props> {
  stop = () => {};
  element: HTMLDivElement | null = null;

  override shouldComponentUpdate(next: Props) {
    const { draft, number, of, language, isCurrent, isChosen, clashes } = this.props;
    return (
      next.draft !== draft ||
      next.number !== number ||
      next.of !== of ||
      next.language !== language ||
      next.isCurrent !== isCurrent ||
      next.isChosen !== isChosen ||
      next.clashes !== clashes
    );
  }

  override componentDidMount() {
    if (this.element) this.stop = dragged(this.element, this.props.id);
  }

  override componentWillUnmount() {
    this.stop();
  }

  render({ id, number, of, draft, language, isCurrent, isChosen, clashes }: Props) {
    const kind = kindOfDraft(draft);
    const faults = faultsIn(draft).length;
    const text = textOf(draft.text).trim();
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names the active one
      <div
        ref={(element) => {
          this.element = element;
        }}
        id={`question-${id}`}
        class="question-row"
        role="option"
        aria-selected={isChosen}
        aria-posinset={number}
        aria-setsize={of}
        data-id={id}
        data-current={isCurrent}
        data-clashes={clashes}
      >
        <span class="row-number">{number}</span>
        <span class="row-words">
          <span class="row-text" lang={text ? language : words.language} data-empty={!text}>
            {text || words.list.empty}
          </span>
          <span class="row-kind">
            {kind ? words.kinds[kind] : words.fields.unknownKind}
            {faults > 0 && <span class="row-faults">{words.list.faults(faults)}</span>}
            {clashes && <span class="row-clash">{words.list.clash}</span>}
          </span>
        </span>
      </div>
    );
  }
}
