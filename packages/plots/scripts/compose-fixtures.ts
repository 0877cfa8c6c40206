import { mkdirSync, writeFileSync } from 'node:fs';
import { composeReport } from './compose-report.ts';
import { laws } from './laws.ts';

/** Deeper networks make files of a megabyte; the tests compose them when they need them. */
const deepest = 500;

/** Writes the reports that the tests and the gallery draw: `npx tsx scripts/compose-fixtures.ts`. */
const folder = new URL('../src/fixtures/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, law] of Object.entries(laws)) {
  if (law.depth <= deepest) writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(composeReport(law))}\n`);
}
