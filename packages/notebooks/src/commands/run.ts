import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { nameArithmetic } from '../lecture/arithmetic.ts';
import { examine } from '../lecture/examine.ts';
import { chooseNotebooks, type Notebook } from '../lecture/notebooks.ts';
import { readNotebook } from '../notebook/file.ts';
import { printSource } from '../notebook/source.ts';

/**
 * `notebooks:run [name…]`: runs notebooks without Jupyter and saves their outputs. `--check` compares instead; `--adopt` first takes the
 * cells of the .ipynb, edited in Jupyter, into the text it is made of.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false }, adopt: { type: 'boolean', default: false } },
  });
  const notebooks = chooseNotebooks(positionals);
  if (values.adopt) for (const notebook of notebooks) adopt(notebook);
  const arithmetic = await nameArithmetic();
  for (const notebook of notebooks) await runOne(notebook, values.check, arithmetic);
}

const adopt = ({ source, file }: Notebook): void => writeFileSync(source, printSource(readNotebook(readFileSync(file, 'utf8'))));

const runOne = async (notebook: Notebook, isCheck: boolean, arithmetic: string): Promise<void> => {
  const started = performance.now();
  const complaints = await examine(notebook, isCheck ? 'check' : 'write', arithmetic);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (complaints.length === 0) console.log(`✓ ${notebook.name} (${seconds} s)`);
  else {
    for (const complaint of complaints) console.error(`✗ ${complaint}`);
    process.exitCode = 1;
  }
};

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
