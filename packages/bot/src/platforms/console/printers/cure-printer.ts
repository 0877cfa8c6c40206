import type { CureReport, Treatment } from '@vanish/core/study';
import type { Screen } from '../screen.ts';
import { printFrame } from './study-frame.ts';
import { drawTable } from './table.ts';
import { accentOf, signed, wordOf } from './tell.ts';

/** Treatments that a terminal lists; `--json` has them all. */
const mostListed = 14;

/** Every remedy that was tried, best first, and what training says of the best. */
export const printCure = (report: CureReport, screen: Screen): void =>
  printFrame(report, screen, {
    body: [...treatmentsOf(report, screen), ...proofsOf(report, screen)],
    accent: screen.paint.green,
  });

const inkOf = (effect: Treatment['effect'], screen: Screen): ((text: string) => string) => {
  switch (effect) {
    case 'cures':
      return screen.paint.green;
    case 'helps':
      return screen.paint.yellow;
    case 'makes it worse':
      return screen.paint.red;
    case 'shows in training':
    case 'changes nothing':
      return screen.paint.dim;
    default:
      return effect satisfies never;
  }
};

const treatmentsOf = ({ patient, treatments }: CureReport, screen: Screen): readonly string[] => {
  const layers = patient.measured.layers;
  const [first, last] = [layers[0]?.signal.log10Rms ?? null, layers.at(-1)?.signal.log10Rms ?? null];
  const rows = [
    [
      { text: 'as it is' },
      { text: patient.verdict.kind, ink: accentOf(patient.verdict.kind, screen.paint) },
      { text: first === null || last === null ? 'none' : signed(first - last) },
      { text: '' },
    ],
    ...treatments
      .slice(0, mostListed)
      .map(({ name, effect, decades, changes }) => [
        { text: name, ink: screen.paint.bold },
        { text: effect, ink: inkOf(effect, screen) },
        { text: decades === null ? 'none' : signed(decades) },
        { text: changes.join(' '), ink: screen.paint.dim },
      ]),
  ];
  const more = treatments.length - mostListed;
  return [
    ...drawTable(
      [
        { title: 'remedy', align: 'left', most: 26 },
        { title: 'effect', align: 'left' },
        { title: 'decades', align: 'right' },
        { title: 'changes', align: 'left', most: 44 },
      ],
      rows,
      screen,
    ),
    ...(more > 0 ? [screen.paint.dim(`and ${more} more that ${more === 1 ? 'does' : 'do'} no better`)] : []),
  ];
};

const proofsOf = ({ proofs }: CureReport, screen: Screen): readonly string[] => {
  if (proofs.length === 0) return [];
  const rows = proofs.map(({ name, report: { record, verdict } }) => {
    const [start, end] = [record.steps[0]?.loss.mean ?? null, record.steps.at(-1)?.loss.mean ?? null];
    return [
      { text: name ?? 'as it is', ...(name === null ? {} : { ink: screen.paint.bold }) },
      { text: wordOf(verdict.outcome), ink: accentOf(verdict.outcome, screen.paint) },
      { text: `${start?.toPrecision(3) ?? 'none'} ${screen.isUnicode ? '→' : '->'} ${end?.toPrecision(3) ?? 'not finite'}` },
    ];
  });
  const steps = proofs[0]?.report.experiment.train ?? 0;
  return [
    '',
    ...drawTable(
      [
        { title: `trained ${steps} steps`, align: 'left', most: 26 },
        { title: '', align: 'left' },
        { title: 'loss', align: 'left' },
      ],
      rows,
      screen,
    ),
  ];
};
