import { host as words } from '../words/en.ts';
import type { KindOnProjector } from './kind.ts';
import { OptionBoard } from './option-board.tsx';
import { type OptionKind, spokenOptions } from './options.ts';

export const optionsOnProjector: KindOnProjector<OptionKind> = { Board: OptionBoard, spoken: spokenOptions };

export const severalOnProjector: KindOnProjector<OptionKind> = { ...optionsOnProjector, badge: words.question.several };
