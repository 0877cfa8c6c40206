import { writeFileSync } from 'node:fs';
import { useEngine } from '../src/engine/index.ts';
import { claims, type ReproductionRow, reproduce } from '../src/reproduce/index.ts';
import { resultsPage } from '../src/reproduce/results-page.ts';

const engine = await useEngine();
const all = reproduce({
  engine,
  includesTraining: true,
  onProgress: ({ claim, done, count }) => process.stderr.write(`${claim.id} (${done + 1} of ${count})\n`),
});
const rows: ReproductionRow[] = [];
for await (const row of all) rows.push(row);
const setting = `${engine.name} ${engine.version}, TensorFlow.js ${engine.tf.version.tfjs}, Node ${process.versions.node}`;
writeFileSync(new URL('../PUBLISHED-RESULTS.md', import.meta.url), resultsPage({ claims, rows, setting }));
