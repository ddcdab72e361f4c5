// What is found in a plain text.
export interface PlainOption {
  letter?: string;
  bullet?: string;
  isMarked: boolean;
  text: string;
}

export interface PlainQuestion {
  line: number;
  number?: number;
  text: string;
  /** The text as it stood in the file. */
  lines?: string[];
  options: PlainOption[];
  /** Below `Q:`. */
  isAsked?: boolean;
  answer?: string;
  explanation?: string;
  /** A letter on a line of its own below the options. */
  alone?: string;
}

export interface PlainFile {
  questions: PlainQuestion[];
  headings: { line: number; text: string }[];
  language?: string;
}
