// Spreadsheets as other programs write them, cell by cell.
import { strToU8, zipSync } from 'fflate';

/** `rich`: of several runs; `inline`: as Google and openpyxl write it; `error`: such as #NAME?. */
export type FixtureCell =
  | string
  | number
  | boolean
  | null
  | { rich: string[] }
  | { inline: string }
  | { error: string }
  | { date: number }
  | { percent: number }
  | { formula: string; value: string };

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const column = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : column(Math.floor(index / 26) - 1) + column(index % 26);
const t = (text: string) => `<t xml:space="preserve">${escaped(text)}</t>`;

function cellXml(cell: FixtureCell, at: string, shared: (xml: string) => number): string {
  if (cell === null) return `<c r="${at}" s="0"/>`;
  if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${shared(t(cell))}</v></c>`;
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${Number(cell)}</v></c>`;
  if ('rich' in cell)
    return `<c r="${at}" t="s"><v>${shared(cell.rich.map((run) => `<r><rPr><b/></rPr>${t(run)}</r>`).join(''))}</v></c>`;
  if ('inline' in cell) return `<c r="${at}" t="inlineStr"><is>${t(cell.inline)}</is></c>`;
  if ('error' in cell) return `<c r="${at}" t="e"><f t="array" ref="${at}">NO()</f><v>${cell.error}</v></c>`;
  if ('date' in cell) return `<c r="${at}" s="1"><v>${cell.date}</v></c>`;
  if ('percent' in cell) return `<c r="${at}" s="2"><v>${cell.percent}</v></c>`;
  return `<c r="${at}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.value)}</v></c>`;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export interface FixtureSheet {
  name: string;
  rows: readonly (readonly FixtureCell[])[];
  /** Lies on a row, counted from 1. */
  picture?: { row: number; bytes: Uint8Array; alt: string };
}

const drawing = (row: number, alt: string) =>
  `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="P" descr="${alt}"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${RELATION}" r:embed="rId1"/></xdr:blipFill><xdr:spPr/></xdr:pic><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;

const relations = (...of: [string, string][]) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${of.map(([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATION}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;

/** @returns the files of a workbook, to be changed before they are packed */
export function workbookFiles(sheets: readonly FixtureSheet[]): Record<string, Uint8Array> {
  const strings: string[] = [];
  const shared = (xml: string) => strings.push(xml) - 1;
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>`,
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  for (const [i, { rows, picture }] of sheets.entries()) {
    const xml = rows
      .map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => cellXml(cell, `${column(c)}${r + 1}`, shared)).join('')}</row>`)
      .join('');
    files[`xl/worksheets/sheet${i + 1}.xml`] =
      `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATION}"><sheetData>${xml}</sheetData>${picture ? '<drawing r:id="rId1"/>' : ''}</worksheet>`;
    if (!picture) continue;
    files[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = relations(['drawing', `../drawings/drawing${i + 1}.xml`]);
    files[`xl/drawings/drawing${i + 1}.xml`] = drawing(picture.row, picture.alt);
    files[`xl/drawings/_rels/drawing${i + 1}.xml.rels`] = relations(['image', `../media/image${i + 1}.png`]);
    files[`xl/media/image${i + 1}.png`] = picture.bytes;
  }
  if (strings.length)
    files['xl/sharedStrings.xml'] =
      `${HEAD}<sst xmlns="${MAIN}" count="${strings.length}">${strings.map((one) => `<si>${one}</si>`).join('')}</sst>`;
  files['xl/_rels/workbook.xml.rels'] = relations(
    ...sheets.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
    ['styles', 'styles.xml'],
    ...(strings.length ? [['sharedStrings', 'sharedStrings.xml'] as [string, string]] : []),
  );
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
  );
}

export const workbookOf = (...sheets: FixtureSheet[]): Uint8Array => zipSync(workbookFiles(sheets));
