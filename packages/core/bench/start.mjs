// @ts-check
/*
 * A fresh process from nothing to its first answer, as plain JavaScript so that no loader slows it: prints what took
 * how long, in milliseconds, as JSON. `node start.mjs <engine> [apart]`; `apart` loads TensorFlow.js before TensorFlow,
 * which otherwise load side by side, to tell what each takes.
 */
import { existsSync } from 'node:fs';

const [engine = 'auto', isApart] = process.argv.slice(2);
const load = (/** @type {string} */ path) => import(new URL(path, import.meta.url).href);
/** @type {Record<string, number>} */
const times = { node: performance.now() };
let last = performance.now();
const mark = (/** @type {string} */ name) => {
  times[name] = performance.now() - last;
  last = performance.now();
};

const { openLaboratory } = await load('../dist/investigate.js');
const { complete } = await load('../dist/experiment/complete.js');
const { loadTensorFlowJs } = await load('../dist/engine/load-tensorflow-js.js');
mark('ourCode');
if (isApart === 'apart') {
  loadTensorFlowJs();
  mark('tensorFlowJs');
}
const laboratory = openLaboratory();
await laboratory.warmUp(engine);
mark('engine');
const plain = (/** @type {string} */ name) => ({ name, parameter: null });
const experiment = complete({ depth: 10, activation: plain('sigmoid'), engine: plain(engine) });
const report = await laboratory.investigate(experiment, { now: () => performance.now() });
mark('firstRun');
times.answer = performance.now();
// the house's front doors draw; the bench looks at what is built, and imports nothing of it
const plots = '../../plots/dist/index.js';
if (existsSync(new URL(plots, import.meta.url))) {
  const { drawReport } = await load(plots);
  mark('plotsCode');
  await (await drawReport(report)).png();
  mark('picture');
  times.answerWithPicture = performance.now();
}
console.log(JSON.stringify(times));
laboratory.close();
