import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const Manifest = v.object({ name: v.string(), version: v.string(), license: v.string() });

/** A package that went into the program. */
export interface Packed extends v.InferOutput<typeof Manifest> {
  /** Empty: it brings none along. */
  text: string;
}

function packedIn(folder: string): Packed {
  const manifest = v.parse(Manifest, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name));
  return { ...manifest, text: files.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n') };
}

/**
 * The packages among what a bundler has read.
 * @throws where one names no licence
 */
export function packagesIn(root: string, inputs: readonly string[]): Packed[] {
  const folders = inputs.flatMap((path) => /^(?:\.\.\/)*(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  const names = [...new Set(folders)].sort();
  return names.map((path) => packedIn(join(root, path)));
}

/** Of what brings none along. */
const textOf = (licence: string) => `Under the terms of the licence ${licence}, https://spdx.org/licenses/${licence}.html`;

export function licencesOf(root: string, packed: readonly Packed[]): string {
  const own = `Quizcast\n\n${readFileSync(join(root, 'LICENSE'), 'utf8').trim()}`;
  const node = `Node.js ${process.version}, in executables\n\n${nodeLicence(root)}`;
  const others = packed.map(({ name, version, license, text }) => `${name} ${version}, ${license}\n\n${text || textOf(license)}`);
  return `${[own, ...others, node].join(`\n\n${'='.repeat(78)}\n\n`)}\n`;
}

/** The text is the same for all systems. */
function nodeLicence(root: string): string {
  for (const system of ['linux-x64', 'linux-arm64', 'win-x64'])
    try {
      return readFileSync(join(root, 'node_modules', `node-${system}`, 'LICENSE'), 'utf8').trim();
    } catch {
      // Installed on another one.
    }
  return 'https://github.com/nodejs/node/blob/main/LICENSE';
}
