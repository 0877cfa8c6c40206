import type { ReproductionRow } from '@vanish/core';
import { expect, test } from 'vitest';
import { recordScreen } from '../../../fixtures/recording-screen.ts';
import { printRows } from './reproduction-printer.ts';

const row: ReproductionRow = {
  id: 'P06',
  claim: 'the squared gradient changes by the factor χ₁ per layer',
  source: 'Schoenholz et al. 2017, arXiv:1611.01232',
  takes: 'measuring',
  quantity: 'χ₁, tanh',
  expected: 0.5,
  measured: 0.5012345678,
  tolerance: 0.01,
  toleranceKind: 'relative',
  pass: true,
};

test('rows of one claim share a heading, and failures are counted', async () => {
  const { screen, written } = recordScreen();
  const rows = async function* (): AsyncGenerator<ReproductionRow> {
    yield row;
    yield { ...row, measured: Number.NaN, toleranceKind: 'absolute', pass: false };
  };
  expect(await printRows({ rows: rows(), leftOut: [] }, screen, () => {})).toBe(1);
  expect(written()).toBe(`
P06  the squared gradient changes by the factor χ₁ per layer
     Schoenholz et al. 2017, arXiv:1611.01232
  pass  χ₁, tanh: measured 0.50123, expected 0.5 ± 1 %
  FAIL  χ₁, tanh: measured NaN, expected 0.5 ± 0.01

1 passed, 1 failed
`);
});

test('what was left out is said at the end, with the way to have it', async () => {
  const { screen, written } = recordScreen();
  const rows = async function* (): AsyncGenerator<ReproductionRow> {
    yield row;
  };
  expect(await printRows({ rows: rows(), leftOut: ['P04', 'P11'] }, screen, () => {})).toBe(0);
  expect(written()).toMatch(/1 passed, 0 failed\nleft out, since it takes training: P04, P11 - vanish reproduce --all\n$/u);
});
