// Files made to do harm are refused, or made harmless, in words and at once.
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { bring } from '../../../quizzes/formats/bring.ts';
import { lines } from './brought.ts';
import { workbookFiles, workbookOf } from './spreadsheet.ts';

const HEAD = ['Question', 'A', 'B', 'Answer'];
const sheet = { name: 'Sheet1', rows: [HEAD, ['Up?', 'sky', 'floor', 'A']] };
const TOO_LARGE = 'Unpacked, this file is too large: more than 20 MB. Save the sheet as CSV, then it can be read.';

/** What never ends meets the test's own limit. */
const brought = (bytes: Uint8Array) => bring({ name: 'a', bytes });

/** A cell of so many characters. */
function withCell(characters: number): Uint8Array {
  const files = workbookFiles([sheet]);
  const name = 'xl/sharedStrings.xml';
  const strings = new TextDecoder().decode(files[name]);
  return zipSync({ ...files, [name]: strToU8(strings.replace('sky', 'x'.repeat(characters))) }, { level: 6 });
}

test('a cell of 100 MB, in a workbook and in a table', async () => {
  const book = await brought(withCell(100e6));
  expect(book).toEqual({ refused: TOO_LARGE });
  const table = await brought(
    Buffer.concat([Buffer.from('Question,A,B,Answer\nUp?,"'), Buffer.alloc(99e6, 'x'), Buffer.from('",floor,A\n')]),
  );
  expect(table).toEqual({ refused: 'a is in no format that is known here, or too large to tell.' });
});

test('a cell that is a book is left out, and the others stay', async () => {
  const rows = [HEAD, ['x'.repeat(30_000), 'a', 'b', 'A'], ['Up?', 'sky', 'floor', 'A']];
  const found = await brought(workbookOf({ name: 'Sheet1', rows }));
  expect('refused' in found ? found : lines(found)).toEqual([
    `row 2: LEFT "${'x'.repeat(199)}…" a text of more than 5000 characters`,
    'row 3: choice "Up?" options ["sky","floor"] right 1',
  ]);
});

test('workbooks that hold too much, or lie about it', async () => {
  const many = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`xl/worksheets/bomb${i}.xml`, new Uint8Array(20e6)]));
  const bomb = await brought(zipSync({ ...workbookFiles([sheet]), ...many }, { level: 6 }));
  expect(bomb).toEqual({ refused: expect.stringMatching(/^Unpacked, this file is too large: more than \d+ MB/) });
  const corner = workbookFiles([sheet]);
  corner['xl/worksheets/sheet1.xml'] = strToU8(
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
  );
  const sparse = await brought(zipSync(corner));
  expect(sparse).toEqual({ refused: 'a looks like Table, but has no questions.' });
});

test('what a workbook would run, or fetch, or write elsewhere does nothing', async () => {
  const files = workbookFiles([
    {
      name: 'Sheet1',
      rows: [
        HEAD,
        [
          '=HYPERLINK("http://evil.example")',
          { formula: 'WEBSERVICE("http://evil.example")', value: 'sky' },
          '<script>run()</script>',
          'A',
        ],
      ],
    },
  ]);
  const book = zipSync({ ...files, '../../evil.xml': strToU8('<x/>'), 'xl/externalLinks/externalLink1.xml': strToU8('<x/>') });
  const found = await brought(book);
  expect('refused' in found ? found : lines(found)).toEqual([
    'row 2: choice "=HYPERLINK(\\"http://evil.example\\")" options ["sky","<script>run()</script>"] right 1',
  ]);
});

test('XML entities of a workbook are not expanded', async () => {
  const files = workbookFiles([sheet]);
  const name = 'xl/sharedStrings.xml';
  const strings = new TextDecoder().decode(files[name]);
  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  const evil = strings.replace('?>', `?><!DOCTYPE sst [<!ENTITY l0 "ha">${laughs}]>`).replace('sky', '&l9;');
  const found = await brought(zipSync({ ...files, [name]: strToU8(evil) }));
  expect(JSON.stringify(found).length).toBeLessThan(2_000);
});

test.each([
  ['JSON', `${'[{"question":'.repeat(20_000)}`],
  ['closed JSON', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ['TOML', `[[slides]]\na = ${'['.repeat(50_000)}`],
  ['quotes', `Question,A,B,Answer\n${'"'.repeat(200_001)}`],
  ['line ends', `title\n${'\n'.repeat(1_000_000)}`],
  ['gaps', `#separator:tab\n${'{{c1::'.repeat(800)}\tx\n${'[sound:'.repeat(100_000)}\ty`],
  [
    'keys',
    JSON.stringify(
      Array.from({ length: 5_000 }, (_, i) => ({ question: `Q${i}`, answer: 'a', [`k${i}`]: 1, [`answer ${i}`]: 'x' })),
    ),
  ],
  ['columns', `Question,A,B,Answer${',x'.repeat(100_000)}\nUp?,a,b,A\n`],
  ['cards', Array.from({ length: 20_000 }, (_, i) => `front ${i}\tback ${i % 2}`).join('\n')],
  [
    'answers',
    JSON.stringify({
      questions: [{ question: 'Q', answers: Array.from({ length: 100_000 }, (_, i) => `a${i}`), solutions: [1] }],
    }),
  ],
  ['cards of one front', Array.from({ length: 20_000 }, (_, i) => `front\tback ${i}`).join('\n')],
  ['names', `#separator:Pipe${'#a:b\n'.repeat(50_000)}`],
])('%s nested or repeated without end', async (_, text) => {
  expect(await brought(Buffer.from(text))).toBeDefined();
});

test('a thousand questions take seconds, a hundred thousand are cut in words', async () => {
  const rows = Array.from({ length: 1_000 }, (_, i) => [`Question ${i}?`, 'a', 'b', i % 2 ? 'A' : 'B']);
  const found = await brought(workbookOf({ name: 'Sheet1', rows: [HEAD, ...rows] }));
  expect(found).toMatchObject({ found: 1_000 });
  const long = `Question,A,B,Answer\n${'Up?,a,b,A\n'.repeat(100_000)}`;
  const cut = await brought(Buffer.from(long));
  expect(cut).toMatchObject({
    found: 19_999,
    remarks: ['The first 20000 rows were read.', 'Every right answer is option 1: is that so?'],
  });
});
