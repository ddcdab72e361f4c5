// Arrows go one way: who may import whom, no cycles (type-only ones included), and no clock or chance in the rules.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Folder by folder, the longest match counts: which own folders and which packages its files may import. */
const MAY_IMPORT: Record<string, { folders: string[]; packages: (string | RegExp)[] }> = {
  'game/': { folders: ['game/'], packages: ['valibot'] },
  // Data that others keep: which letters look alike, and which words nobody wants on the wall. No page imports these two.
  'game/names.ts': { folders: ['game/'], packages: ['unhomoglyph'] },
  'game/word-filter.ts': { folders: [], packages: ['obscenity'] },
  'lambdas/': { folders: ['game/', 'game/names.ts', 'game/word-filter.ts', 'lambdas/'], packages: [] },
  'lambdas/aws/': {
    folders: [
      'game/',
      'game/names.ts',
      'game/word-filter.ts',
      'lambdas/',
      'lambdas/aws/',
      'lambdas/aws/table.ts',
      'lambdas/aws/environment.ts',
    ],
    packages: [/^@aws-sdk\//],
  },
  'lambdas/aws/table.ts': { folders: [], packages: [] },
  'lambdas/aws/environment.ts': { folders: [], packages: [] },
  'quizzes/': { folders: ['game/'], packages: [/^node:/] },
  'local/': {
    folders: ['game/', 'game/names.ts', 'game/word-filter.ts', 'lambdas/', 'local/', 'quizzes/', 'web/headers.ts'],
    packages: ['ws', /^node:/, 'sirv', 'uqr', '@valibot/to-json-schema'],
  },
  'web/': {
    folders: ['game/', 'web/'],
    packages: ['preact', /^preact\//, '@preact/signals', 'uqr', 'canvas-confetti', 'papaparse', /^@fontsource-variable\//],
  },
  'web/headers.ts': { folders: [], packages: [] },
  'web/build.ts': { folders: [], packages: ['esbuild', /^node:/] },
  // The names of the table and the list of actions; the handlers themselves by path only.
  'infra/': {
    folders: [
      'game/',
      'infra/',
      'lambdas/aws/table.ts',
      'lambdas/aws/environment.ts',
      'quizzes/',
      'web/build.ts',
      'web/headers.ts',
    ],
    packages: ['aws-cdk-lib', /^aws-cdk-lib\//, 'constructs', 'valibot', /^node:/, 'esbuild'],
  },
  // Run by the deployer beside the stack, on its table.
  'infra/invite.ts': {
    folders: ['infra/', 'lambdas/', 'lambdas/aws/', 'lambdas/aws/table.ts', 'quizzes/'],
    packages: [/^@aws-sdk\//, /^node:/, 'uqr'],
  },
};

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    return entry.isDirectory() ? filesIn(`${path}/`) : /\.tsx?$/.test(path) ? [path] : [];
  });
}

const FILES = ['game/', 'lambdas/', 'quizzes/', 'local/', 'web/', 'infra/'].flatMap(filesIn);
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
    const { folders, packages } = MAY_IMPORT[longest(file)]!;
    const { own, packages: named } = importsOf(file);
    const foreign = [
      ...own.filter((path) => /\.tsx?$/.test(path) && !folders.includes(longest(path))),
      ...named.filter(
        (name) => !packages.some((allowed) => (typeof allowed === 'string' ? allowed === name : allowed.test(name))),
      ),
    ];
    expect(foreign).toEqual([]);
  });
});

test('no file imports itself by any way round', () => {
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  function visit(file: string, trail: string[]) {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
      return;
    }
    state.set(file, 'open');
    for (const next of importsOf(file).own) if (FILES.includes(next)) visit(next, [...trail, file]);
    state.set(file, 'done');
  }
  for (const file of FILES) visit(file, []);
  expect(cycles).toEqual([]);
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
