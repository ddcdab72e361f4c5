/** A table as text, whatever file it came in. */
export interface Sheet {
  /** Empty where the file is one table. */
  name: string;
  /** All as wide as they are; blank cells are empty texts. */
  rows: string[][];
  /** Rows, counted from 0, in which the spreadsheet made a date of something. */
  dated: ReadonlySet<number>;
  pictures: readonly { row: number; bytes: Uint8Array; alt: string }[];
}

export type Sheets = { sheets: Sheet[]; remarks: string[] } | { refused: string };

export const isBlank = (row: readonly string[]) => row.every((cell) => !cell.trim());
