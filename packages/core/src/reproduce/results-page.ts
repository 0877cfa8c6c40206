import type { Claim } from './claim.ts';
import type { Outcome } from './outcome.ts';
import type { ReproductionRow } from './reproduce.ts';

/** What a page of results tells. */
export interface Results {
  readonly claims: readonly Claim[];
  readonly rows: readonly ReproductionRow[];
  /** What computed: engine, versions. */
  readonly setting: string;
}

/** Published results and what was measured of them, as a page of Markdown: one table per claim. */
export const resultsPage = ({ claims, rows, setting }: Results): string => {
  const held = rows.filter(({ pass }) => pass).length;
  return [
    '# Published results, measured again',
    '',
    `${held} of ${rows.length} numbers hold (${setting}).`,
    '',
    'Written by `pnpm --filter @vanish/core results` from a run of everything that `vanish reproduce --all` does. Networks are drawn by number: the next run finds the same networks.',
    ...claims.flatMap((claim) => section(claim, rows)),
    '',
  ].join('\n');
};

const section = ({ id, claim, source, takes, remark }: Claim, rows: readonly ReproductionRow[]): readonly string[] => [
  '',
  `## ${id}, by ${takes}`,
  '',
  escaped(claim),
  '',
  `Source: ${escaped(source)}`,
  '',
  ...tableRow('quantity', 'expected', 'measured', 'tolerance', 'holds'),
  ...tableRow('---', '---:', '---:', '---:', ':---:'),
  ...rows.filter((row) => row.claim === claim).flatMap(line),
  ...(remark === undefined ? [] : ['', escaped(remark)]),
];

const tableRow = (...cells: readonly string[]): readonly string[] => [`| ${cells.join(' | ')} |`];

const line = (row: ReproductionRow): readonly string[] =>
  tableRow(escaped(row.quantity), ...expectation(row), shown(row.measured), ...tolerance(row), row.pass ? 'yes' : '**no**');

const expectation = ({ expected, tolerance: slack, toleranceKind }: Outcome): readonly string[] => [
  toleranceKind === 'at-most' ? `at most ${shown(expected + slack)}` : shown(expected),
];

const tolerance = ({ tolerance: slack, toleranceKind }: Outcome): readonly string[] => {
  switch (toleranceKind) {
    case 'absolute':
      return [`± ${shown(slack)}`];
    case 'relative':
      return [`± ${shown(slack * 100)} %`];
    case 'at-most':
      return [''];
    default:
      return toleranceKind satisfies never;
  }
};

/** Five digits tell two results apart. */
const shown = (value: number): string => String(Number(value.toPrecision(5)));

/** Signs that Markdown takes for its own. */
const escaped = (text: string): string => text.replaceAll(/[\\|*_<`]/gu, '\\$&');
