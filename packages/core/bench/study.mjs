// @ts-check
/*
 * A question about several networks in a fresh process whose engine is loaded, as plain JavaScript so that no loader slows it:
 * prints { ms, networks } as JSON. `node study.mjs <how> <question>`, how: `alone` one network after another, each by itself; `own`
 * as a study in this thread; a number: as a study on as many threads of the front desk.
 */
import { existsSync } from 'node:fs';

const [how = 'own', question = ''] = process.argv.slice(2);
const load = (/** @type {string} */ path) => import(new URL(path, import.meta.url).href);

const { openLaboratory, parseQuery } = await load('../dist/index.js');
const { networksOf } = await load('../dist/query/networks-of.js');
const asked = parseQuery(question).question;
const networks = networksOf(asked);
const now = () => performance.now();

const answerHere = async () => {
  const laboratory = openLaboratory();
  await laboratory.warmUp('auto');
  const started = now();
  if (how === 'own') await laboratory.answer(asked, { now });
  else for (const experiment of networks) await laboratory.investigate(experiment);
  return now() - started;
};

// the bench looks at what is built, and imports nothing of the front desk
const answerThere = async () => {
  const desk = '../../bot/dist/laboratory/thread-laboratory.js';
  if (!existsSync(new URL(desk, import.meta.url))) return null;
  const { openThreadLaboratory } = await load(desk);
  const laboratory = openThreadLaboratory(Number(how));
  const watcher = { signal: new AbortController().signal, onProgress: () => {}, onPartial: null, budgetMs: null };
  // engines are loaded by two questions side by side
  await Promise.all(
    [1, 2].map((seed) => laboratory.answer(parseQuery(`depth=2 width=8 seeds=1 seed=${seed}`).question, watcher)),
  );
  const started = now();
  await laboratory.answer(asked, watcher);
  return now() - started;
};

const ms = Number.isNaN(Number(how)) ? await answerHere() : await answerThere();
console.log(JSON.stringify({ ms, networks: networks.length }));
process.exit(0);
