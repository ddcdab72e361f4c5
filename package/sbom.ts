import { execFileSync } from 'node:child_process';
import * as v from 'valibot';
import type { Packed } from './licences.ts';

const Sbom = v.looseObject({
  components: v.array(v.looseObject({ name: v.string(), version: v.string() })),
  dependencies: v.optional(v.unknown()),
});

/** CycloneDX of what is in the program: npm's list of all, less what only tests and tools need. */
export function sbomOf(root: string, packed: readonly Packed[]): string {
  const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], { cwd: root, maxBuffer: 1e8, encoding: 'utf8' });
  const { dependencies: _, components, ...head } = v.parse(Sbom, JSON.parse(text));
  const names = new Set(packed.map(({ name, version }) => `${name}@${version}`));
  const version = process.versions.node;
  const node = {
    type: 'application',
    name: 'node',
    version,
    purl: `pkg:generic/node@${version}`,
    licenses: [{ license: { id: 'MIT' } }],
  };
  const own = components.filter((one) => names.has(`${one.name}@${one.version}`));
  return `${JSON.stringify({ ...head, components: [...own, node] }, null, 2)}\n`;
}
