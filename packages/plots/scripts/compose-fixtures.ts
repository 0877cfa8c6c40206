import { mkdirSync, writeFileSync } from 'node:fs';
import { composeReport, type Law } from './compose-report.ts';

/** Writes the reports that the tests and the gallery draw. */
const same = { seeds: 16, spread: 0.02, length: () => 0.3, advice: [] as Law['advice'] };

const laws: Readonly<Record<string, Law>> = {
  'vanishing-sigmoid': {
    ...same,
    query: 'depth=10 act=sigmoid seed=1',
    activation: 'sigmoid',
    depth: 10,
    signal: (layer) => -2.9 - 0.63 * (10 - layer),
    theory: (layer) => -2.92 - 0.627 * (10 - layer),
    length: (layer) => (layer === 1 ? 0.98 : 0.257),
    verdict: {
      kind: 'vanishing',
      headline: 'Vanishing: over 10 layers the gradient shrinks 4.7·10⁵-fold, to 2.7·10⁻⁹ at dense 1.',
      cause: 'E φ′² = 0.056 × σ_w² = 1',
    },
    advice: [
      { query: 'depth=10 act=relu init=he-normal seed=1', why: 'slopes of 1 keep the gradient alive', expected: '±0.0 decades' },
    ],
    singularValues: [Array.from({ length: 64 }, (_, index) => 10 ** (-9 - 2.2 * (index / 64) - 1.5 * (index / 64) ** 8))],
  },
  'healthy-relu': {
    ...same,
    query: 'depth=30 act=relu init=he-normal seed=1',
    activation: 'relu',
    depth: 30,
    spread: 0.06,
    signal: () => -2.35,
    theory: () => -2.33,
    length: (layer) => 2 * 0.995 ** layer,
    dead: (layer) => Math.min(0.08, layer * 0.003),
    saturated: () => 0.5,
    verdict: {
      kind: 'healthy',
      headline: 'Healthy: the gradient keeps its size over 30 layers (−0.1 decades).',
      cause: 'E φ′² = 0.5 × σ_w² = 2',
    },
    advice: [{ query: 'depth=120 act=relu init=he-normal seed=1', why: 'see how deep this network stays healthy', expected: '' }],
  },
  exploding: {
    ...same,
    query: 'depth=50 act=tanh init=normal gain=9 bias=0.05 seed=1',
    activation: 'tanh',
    depth: 50,
    spread: 0.05,
    signal: (layer) => -1.9 + 0.19 * (50 - layer),
    theory: (layer) => -1.9 + 0.194 * (50 - layer),
    length: (layer) => 5.4 - 4.4 * Math.exp(-layer),
    saturated: (layer) => 0.52 * (1 - Math.exp(-layer)),
    verdict: {
      kind: 'exploding',
      headline: 'Exploding: over 50 layers the gradient grows 2.0·10⁹-fold, to 2.6·10⁷ at dense 1.',
      cause: 'E φ′² = 0.27 × σ_w² = 9',
    },
    advice: [
      {
        query: 'depth=50 act=tanh init=normal gain=1.76 bias=0.05 seed=1',
        why: 'σ_w² on the edge of chaos keeps the gradient',
        expected: '',
      },
    ],
  },
  'exploding-beyond-float32': {
    ...same,
    query: 'depth=200 act=linear init=normal gain=1000 seed=1',
    activation: 'linear',
    depth: 200,
    seeds: 4,
    signal: (layer) => -2 + 1.5 * (200 - layer),
    theory: (layer) => -2 + 1.5 * (200 - layer),
    length: (layer) => (layer < 100 ? 10 ** (3 * layer) : Number.POSITIVE_INFINITY),
    verdict: {
      kind: 'overflow',
      headline: 'Overflow: the forward signal leaves float32 at dense 13.',
      cause: 'E φ′² = 1 × σ_w² = 1000',
    },
  },
  underflow: {
    ...same,
    query: 'depth=400 act=sigmoid seed=1',
    activation: 'sigmoid',
    depth: 400,
    seeds: 8,
    signal: (layer) => -2.9 - 0.625 * (400 - layer),
    theory: (layer) => -2.9 - 0.627 * (400 - layer),
    verdict: {
      kind: 'vanishing',
      headline:
        'Vanishing: over 400 layers the gradient shrinks 2.3·10²⁴⁹-fold, to 5.2·10⁻²⁵³ at dense 1. In float32 training it is exactly zero from dense 330 down.',
      cause: 'E φ′² = 0.056 × σ_w² = 1',
    },
    advice: [
      {
        query: 'depth=400 act=relu init=he-normal norm=layer skip=residual seed=1',
        why: 'a sum passes the gradient on unchanged',
        expected: '',
      },
    ],
  },
  dead: {
    ...same,
    query: 'depth=20 act=relu bias=4 init=uniform seed=1',
    activation: 'relu',
    depth: 20,
    signal: (layer) => -2 - 0.3 * (20 - layer),
    theory: null,
    spread: 0.1,
    fate: (layer, network) => (layer <= 8 || (layer <= 13 && network < (13 - layer) * 3) ? 'zero' : 'fine'),
    dead: (layer) => Math.min(1, 0.2 + layer / 16),
    verdict: {
      kind: 'dead',
      headline: 'Dead: 100 % of the units of dense 13 answer zero to every example, so nothing before them learns.',
      cause: 'E φ′² = 0.12 × σ_w² = 1',
    },
    advice: [
      { query: 'depth=20 act=leaky-relu(0.2) bias=4 init=uniform seed=1', why: 'no flat side, no dead units', expected: '' },
    ],
  },
  'all-zero': {
    ...same,
    query: 'depth=12 act=tanh init=zeros seed=1',
    activation: 'tanh',
    depth: 12,
    signal: () => 0,
    theory: null,
    fate: () => 'zero',
    length: () => 0,
    verdict: {
      kind: 'zero',
      headline: 'Zero: 100 % of the gradient at dense 1 is exactly zero, so dense 1 cannot learn in any precision.',
      cause: '',
    },
    advice: [{ query: 'depth=12 act=tanh init=glorot-normal seed=1', why: 'weights that differ', expected: '' }],
  },
  'not-finite': {
    ...same,
    query:
      'depth=40 act=linear init=normal gain=1000 seed=1 width=512 batch=256 loss=mse opt=momentum lr=0.5 task=correlated-pairs',
    activation: 'linear',
    depth: 40,
    seeds: 8,
    signal: (layer) => 2 + 1.5 * (40 - layer),
    theory: (layer) => 2 + 1.5 * (40 - layer),
    fate: (layer, network) => (layer < 14 ? 'nan' : layer < 22 ? (network < 3 ? 'inf' : 'fine') : 'fine'),
    length: (layer) => 10 ** (3 * layer),
    verdict: {
      kind: 'overflow',
      headline:
        'Overflow: the forward signal leaves float32 at dense 13, and the gradient has 425984 entries that are NaN or infinite.',
      cause: '',
    },
  },
  'single-layer': {
    ...same,
    query: 'depth=1 act=gelu seeds=1 seed=7',
    activation: 'gelu',
    depth: 1,
    seeds: 1,
    signal: () => -2.2,
    theory: () => -2.21,
    verdict: { kind: 'healthy', headline: 'Healthy: the gradient keeps its size over 1 layer.', cause: '' },
  },
  'two-thousand-layers': {
    ...same,
    query: 'depth=2000 act=tanh init=orthogonal gain=1 seeds=2 seed=1',
    activation: 'tanh',
    depth: 2000,
    seeds: 2,
    spread: 0.004,
    signal: (layer) => -2.5 - 0.9 * Math.log10(1 + (2000 - layer) / 30),
    theory: (layer) => -2.5 - 0.92 * Math.log10(1 + (2000 - layer) / 30),
    length: (layer) => 1 / (1 + layer / 2),
    verdict: {
      kind: 'borderline',
      headline: 'Borderline: the gradient shrinks 60-fold over 2000 layers, as a power law and not exponentially.',
      cause: '',
    },
  },
};

const folder = new URL('../src/fixtures/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, law] of Object.entries(laws))
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(composeReport(law))}\n`);
