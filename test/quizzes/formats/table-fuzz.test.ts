// Mutated tables, lists and archives: no reader throws, hangs, or loses count.
// More of them: FUZZ_RUNS=20000, from another seed: FUZZ_SEED=2.
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { bring } from '../../../quizzes/formats/bring.ts';
import { review } from '../../../quizzes/formats/review.ts';
import { randomFrom } from '../../fuzz/random.ts';
import { seeded } from '../../support/fake-environment.ts';
import { mutated } from './mutated.ts';
import { FILES, WORKBOOKS } from './table-fixtures.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 600);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
/** Against what hangs; a busy machine takes its time. */
const MOST_MS = 20_000;

/** A file as it is dropped, or a workbook of which one part is mutated within its zip. */
function oneOf(random: () => number): Uint8Array {
  if (random() < 0.7) return mutated(randomFrom(random, FILES), random);
  const files = randomFrom(random, WORKBOOKS);
  const name = randomFrom(random, Object.keys(files));
  return zipSync({ ...files, [name]: mutated(files[name] ?? new Uint8Array(), random) }, { level: 1 });
}

test('every fixture is read as it is', async () => {
  for (const bytes of FILES) expect(await bring({ name: 'fixture', bytes })).not.toHaveProperty('refused');
});

test(`${RUNS} mutated files are read or refused in words`, async () => {
  for (let run = 0; run < RUNS; run++) {
    const random = seeded(SEED * 1_000_003 + run);
    const bytes = oneOf(random);
    const start = performance.now();
    const found = await bring({ name: 'fixture', bytes }).catch((error: unknown) => {
      throw new Error(`run ${run} of seed ${SEED} threw`, { cause: error });
    });
    const rows = 'refused' in found ? [] : review(found);
    expect(performance.now() - start, `run ${run} of seed ${SEED} took too long`).toBeLessThan(MOST_MS);
    if ('refused' in found) expect(found.refused, `run ${run}`).toMatch(/\S{2}/);
    else expect(rows.length, `run ${run}`).toBe(found.entries.length);
  }
});
