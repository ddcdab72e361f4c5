import type { Header } from './header.ts';
import { questionPicture } from './pictures.ts';
import type { Sheet } from './sheet.ts';

export type RowPicture = ReturnType<typeof questionPicture>;

/**
 * Pictures that lie on the rows of questions; a template's own stand above.
 * @param media gets their bytes
 * @returns by the row's number, counted from 1
 */
export function picturesByRow(sheet: Sheet, header: Header, media: Map<string, Uint8Array>): Map<number, RowPicture> {
  const onRows = sheet.pictures.filter(({ row }) => row > header.row);
  const read = [...new Set(onRows.map(({ row }) => row))].map((row): [number, RowPicture] => {
    const pictures = onRows.filter((one) => one.row === row);
    const found = pictures.map(({ alt }, i) => ({ src: String(i), alt: alt.trim() }));
    return [row + 1, questionPicture(found, media, (src) => pictures[Number(src)]?.bytes)];
  });
  return new Map(read);
}
