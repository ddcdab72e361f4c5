// Arrows go one way: who may import whom, no cycles (type-only ones included), and no clock or chance in the rules.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../game/quiz/questions/index.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The rules, those included that a file of its own keeps from the pages. */
const GAME = ['game/', 'game/seats/names.ts', 'game/seats/word-filter.ts'];
/** Names that stack and functions share. */
const AWS_NAMES = [
  'lambdas/aws/dynamodb/table.ts',
  'lambdas/aws/s3/media-keys.ts',
  'lambdas/aws/environment.ts',
  'lambdas/aws/metrics.ts',
];

/** Readers and writers of quiz files, and what they are read with. */
const QUIZ_FORMATS = ['quizzes/formats/'];

/** What every server of the pages does. */
const SITE = ['web/pages/headers.ts', 'web/pages/page-path.ts'];

/** The longest match counts: which own folders or files, and which packages, the files of a folder may import. */
const MAY_IMPORT: Record<string, { own: string[]; packages: (string | RegExp)[] }> = {
  'game/': { own: ['game/'], packages: ['valibot'] },
  // No page imports these two: their word lists are large.
  'game/seats/names.ts': { own: ['game/'], packages: ['unhomoglyph'] },
  'game/seats/word-filter.ts': { own: [], packages: ['obscenity'] },
  'lambdas/': { own: [...GAME, 'lambdas/'], packages: [] },
  'lambdas/aws/': { own: [...GAME, 'lambdas/', 'lambdas/aws/', ...AWS_NAMES], packages: [/^@aws-sdk\//] },
  'lambdas/aws/dynamodb/table.ts': { own: [], packages: [] },
  'lambdas/aws/s3/media-keys.ts': { own: [], packages: [] },
  'lambdas/aws/environment.ts': { own: [], packages: [] },
  'lambdas/aws/metrics.ts': { own: [], packages: [] },
  'quizzes/': { own: ['game/', 'quizzes/', ...QUIZ_FORMATS], packages: [/^node:/, 'sharp', '@valibot/to-json-schema'] },
  // Run by pages and command line alike.
  'quizzes/formats/': {
    own: ['game/', ...QUIZ_FORMATS],
    packages: ['saxes', 'fflate', /^htmlparser2/, /^entities/, /^hucre/, 'papaparse', 'smol-toml'],
  },
  'local/': {
    own: [...GAME, 'lambdas/', 'local/', 'quizzes/', ...SITE],
    packages: [
      'ws',
      /^node:/,
      'mrmime',
      'uqr',
      'proxy-addr',
      'forwarded-parse',
      '@fastify/busboy',
      'send',
      'tar-stream',
      'valibot',
      'open',
      'env-paths',
    ],
  },
  'web/': {
    own: ['game/', 'web/', ...QUIZ_FORMATS],
    packages: [
      'preact',
      /^preact\//,
      '@preact/signals',
      '@preact/signals-core',
      'uqr',
      'canvas-confetti',
      'papaparse',
      'idb-keyval',
      /^@noble\/hashes\//,
      /^@atlaskit\/pragmatic-drag-and-drop\//,
      /^@fontsource-variable\//,
    ],
  },
  'web/pages/headers.ts': { own: [], packages: [] },
  'web/pages/page-path.ts': { own: [], packages: [] },
  'web/pages/build.ts': { own: [], packages: ['esbuild', '@swc/core', /^node:/] },
  'package/': {
    own: ['local/', 'quizzes/', 'web/pages/build.ts', 'package/'],
    packages: [/^node:/, 'esbuild', 'valibot', 'postject', 'resedit', 'fflate'],
  },
  // The names of the table and the actions; the handlers themselves by path only.
  'infra/': {
    own: ['game/', 'infra/', ...AWS_NAMES, 'quizzes/', 'web/pages/build.ts', ...SITE],
    packages: ['aws-cdk-lib', /^aws-cdk-lib\//, 'constructs', 'valibot', /^node:/, 'esbuild'],
  },
  // Run by the deployer beside the stack, on its table and bucket.
  'infra/deployed.ts': { own: [], packages: [/^@aws-sdk\//] },
  'infra/invite.ts': {
    own: ['infra/', 'infra/deployed.ts', 'lambdas/', 'lambdas/aws/', ...AWS_NAMES, 'quizzes/'],
    packages: [/^@aws-sdk\//, /^node:/, 'uqr'],
  },
};

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    return entry.isDirectory() ? filesIn(`${path}/`) : /\.tsx?$/.test(path) ? [path] : [];
  });
}

const FILES = ['game/', 'lambdas/', 'quizzes/', 'local/', 'web/', 'infra/', 'package/'].flatMap(filesIn);
const source = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Everything that a file imports or re-exports, types included; own files as paths from the root. */
function importsOf(file: string): { own: string[]; packages: string[] } {
  const found = [...source(file).matchAll(/(?:\bfrom|\bimport|\bimport\()\s*'([^']+)'/g)].map((match) => match[1]!);
  const own = found.filter((name) => name.startsWith('.')).map((name) => relative(ROOT, resolve(ROOT, dirname(file), name)));
  return { own, packages: found.filter((name) => !name.startsWith('.')) };
}

const longest = (path: string) =>
  Object.keys(MAY_IMPORT)
    .filter((folder) => path.startsWith(folder))
    .sort((a, b) => b.length - a.length)[0]!;

describe('each file imports only what its folder may', () => {
  test.each(FILES)('%s', (file) => {
    const allowed = MAY_IMPORT[longest(file)]!;
    const { own, packages } = importsOf(file);
    const foreign = [
      ...own.filter((path) => /\.tsx?$/.test(path) && !allowed.own.includes(longest(path))),
      ...packages.filter((name) => !allowed.packages.some((one) => (typeof one === 'string' ? one === name : one.test(name)))),
    ];
    expect(foreign).toEqual([]);
  });
});

/** Every way from a node back to itself. */
function cyclesIn(nodes: readonly string[], next: (node: string) => readonly string[]): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  function visit(node: string, trail: string[]) {
    if (state.get(node) === 'done') return;
    if (state.get(node) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(node)), node].join(' -> '));
      return;
    }
    state.set(node, 'open');
    for (const one of next(node)) visit(one, [...trail, node]);
    state.set(node, 'done');
  }
  for (const node of nodes) visit(node, []);
  return cycles;
}

test('no file imports itself by any way round', () => {
  expect(cyclesIn(FILES, (file) => importsOf(file).own.filter((one) => FILES.includes(one)))).toEqual([]);
});

test('neither does a folder, types included; folders of screens compose those of their parts', () => {
  const folders = Map.groupBy(FILES, dirname);
  const next = (folder: string) => {
    const imported = (folders.get(folder) ?? []).flatMap((file) => importsOf(file).own).filter((one) => FILES.includes(one));
    return [...new Set(imported.map(dirname))].filter((one) => one !== folder);
  };
  expect(cyclesIn([...folders.keys()], next)).toEqual([]);
});

test('the rules are given time and chance, they never ask for them', () => {
  const asking = FILES.filter((file) => file.startsWith('game/') && /\bDate\.now|\bnew Date|\bMath\.random/.test(source(file)));
  expect(asking).toEqual([]);
});

test('no file is named for nothing in particular', () => {
  expect(FILES.filter((file) => /(^|\/)(utils?|helpers?|common|types|misc)\.tsx?$/.test(file))).toEqual([]);
});

test('a file holds one idea: 200 lines at most, but for the words of a language', () => {
  const ideas = FILES.filter((file) => !file.startsWith('web/words/'));
  expect(ideas.filter((file) => source(file).split('\n').length > 201)).toEqual([]);
});

test('links in the documents lead to files', () => {
  const documents = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^(?!node_modules).*\.md$/.test(path),
  );
  const broken = documents.flatMap((path) => {
    const links = readFileSync(join(ROOT, path), 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g);
    return [...links].flatMap(([, to = '']) => (existsSync(join(ROOT, dirname(path), to)) ? [] : `${path}: ${to}`));
  });
  expect(broken).toEqual([]);
});

const MAP = source('CONTRIBUTING.md');

test('the map names each folder', () => {
  // Of code: a run leaves folders of figures.
  const paths = [...FILES, ...filesIn('bench/')].map((file) => file.split('/'));
  const folders = [...new Set(paths.flatMap(([, name = '', ...rest]) => (rest.length ? name : [])))];
  expect(folders.filter((name) => !MAP.includes(`${name}/`))).toEqual([]);
});

test('each package has a reason, and none that is gone', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(source('package.json'));
  const had = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  const [, table = ''] = /^## Choices.*?^\|---.*?\n(.*?)\n\n/ms.exec(MAP) ?? [];
  // Of one scope, the second and later by their ends: `-lambda`.
  const given = table.split('\n').flatMap((row) => row.split('|')[1]!.trim().split(', '));
  const isOf = (name: string, one: string) =>
    name === one || (/^-/.test(one) && (name.endsWith(one) || name.endsWith(`/${one.slice(1)}`)));
  expect(had.filter((name) => !name.startsWith('@types/') && !given.some((one) => isOf(name, one)))).toEqual([]);
  expect(given.filter((one) => !one.startsWith('node:') && !had.some((name) => isOf(name, one)))).toEqual([]);
});

test('each rule has a test that names it', () => {
  const tests = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
  const titles = tests.flatMap((path) => source(`test/${path}`).match(/(?<=['`])[A-Z]\d+(?:(?:, |-)[A-Z]\d+)*(?= )/g) ?? []);
  const cited = titles.flatMap((title) =>
    title.split(', ').flatMap((one) => {
      const [first = '', last = first] = one.split('-');
      const [from, to] = [first, last].map((id) => Number(id.slice(1)));
      return Array.from({ length: to! - from! + 1 }, (_, i) => `${first[0]}${from! + i}`);
    }),
  );
  const rules = [...source('game/RULES.md').matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, id]) => id);
  expect(rules.length).toBeGreaterThan(40);
  expect(rules.filter((id) => !cited.includes(id!))).toEqual([]);
});

const OF_KINDS = { folder: 'game/quiz/questions/', shown: 'web/questions/' };
const isOfKinds = (file: string) => file.startsWith(OF_KINDS.folder) || file.startsWith(OF_KINDS.shown);
/** Drafts of foreign files name the kind that they become, and writers of such files what each kind is there. */
const MAKING_DRAFTS = ['quizzes/formats/drafts.ts', 'quizzes/formats/out/as-written.ts'];
/** And call it by a name. */
const NAMING_KINDS = ['web/words/en-editor.ts', 'web/words/en-export.ts'];
/** Whatever the kind; tiles are tapped to join, too. */
const OPEN_TO_ALL = [
  ...['index', 'asked', 'kind'].map((name) => `${OF_KINDS.folder}${name}.ts`),
  ...[
    'asked-on-phone.tsx',
    'asked-on-projector.tsx',
    'on-phones.ts',
    'option-pad.tsx',
    'options.ts',
    'edited.tsx',
    'editor-kind.ts',
    'printed.tsx',
    'draft-values.ts',
  ].map((name) => `${OF_KINDS.shown}${name}`),
];

test('nobody but its own files knows what a kind of question is', () => {
  const others = FILES.filter((file) => !isOfKinds(file) && ![...MAKING_DRAFTS, ...NAMING_KINDS].includes(file));
  const reaching = others.flatMap((file) =>
    importsOf(file)
      .own.filter((one) => isOfKinds(one) && !OPEN_TO_ALL.includes(one))
      .map((one) => `${file} imports ${one}`),
  );
  const named = new RegExp(`'(${Object.keys(KINDS).join('|')})'|\\b(prompt|solution|summary)\\??\\.\\w`);
  const naming = others.filter((file) => named.test(source(file)));
  expect([...reaching, ...naming]).toEqual([]);
});
