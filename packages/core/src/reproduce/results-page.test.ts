import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { claims } from './reproduce.ts';
import { resultsPage } from './results-page.ts';

const claim = {
  id: 'P06',
  claim: 'The squared norm |d_l|² changes by χ₁ per layer.',
  source: 'Schoenholz et al. 2017, 1611.01232',
  takes: 'measuring',
} as const;
const row = { ...claim, quantity: '|d|², tanh', expected: 0.5, measured: 0.5012345678, tolerance: 0.01 } as const;

test('a page has a table per claim, and says what does not hold and what differs', () => {
  const rows = [
    { ...row, toleranceKind: 'relative', pass: true } as const,
    { ...row, toleranceKind: 'absolute', measured: Number.NaN, pass: false } as const,
    { ...row, toleranceKind: 'at-most', pass: true } as const,
  ];
  const page = resultsPage({ claims: [{ ...claim, remark: 'A substitute: 3 * 4.' }], rows, setting: 'cpu 4.22.0' });
  expect(page).toBe(`# Published results, measured again

2 of 3 numbers hold (cpu 4.22.0).

Written by \`pnpm --filter @vanish/core results\` from a run of everything that \`vanish reproduce --all\` does. Networks are drawn by number: the next run finds the same networks.

## P06, by measuring

The squared norm \\|d\\_l\\|² changes by χ₁ per layer.

Source: Schoenholz et al. 2017, 1611.01232

| quantity | expected | measured | tolerance | holds |
| --- | ---: | ---: | ---: | :---: |
| \\|d\\|², tanh | 0.5 | 0.50123 | ± 1 % | yes |
| \\|d\\|², tanh | 0.5 | NaN | ± 0.01 | **no** |
| \\|d\\|², tanh | at most 0.51 | 0.50123 |  | yes |

A substitute: 3 \\* 4.
`);
});

/** What a page says of the claims, whatever was measured. */
const skeleton = (page: string): readonly string[] =>
  page.split('\n').filter((line) => !line.startsWith('| ') && !/numbers hold/u.test(line));

test('the page in the repository is of the claims on the shelf: where it fails, pnpm --filter @vanish/core results', () => {
  const page = readFileSync(new URL('../../PUBLISHED-RESULTS.md', import.meta.url), 'utf8');
  expect(skeleton(page)).toEqual(skeleton(resultsPage({ claims, rows: [], setting: '' })));
});
