import type { MeasuredSize, PathMeasurement, Report } from '@vanish/core';
import { layerWord } from './layer-word.ts';
import { percent, powerOfTen } from './numbers.ts';

/** The branches plot in words: what every branch adds to what is carried, and its share of the gradient, at first and last block. */
export const describeBranches = (report: Report): readonly string[] => {
  const { layers } = report.measured;
  const paths = layers[0]?.paths ?? [];
  return [
    `Two line charts per ${layerWord(report)}: what branches add beside what the skip path carries, and their share of the gradient.`,
    `The skip path carries an RMS of ${ends(report, 0, ({ forward }) => size(forward.skip))}.`,
    ...paths.map(
      ({ name }, branch) =>
        `${capital(the(name))} adds ${ends(report, branch, ({ forward }) => (forward.branchShare === 0 ? 'nothing' : size(forward.branch)))}; ${ends(report, branch, ({ backward }) => share(backward.branchShare))} of the squared gradient comes back through it.`,
    ),
    theoryWords(report),
  ];
};

/** A quantity of a branch at the first and the last block: `0.51 at block 1 and 0.49 at block 30`. */
const ends = ({ measured: { layers } }: Report, branch: number, read: (path: PathMeasurement) => string): string => {
  const present = layers.flatMap(({ name, paths }) => {
    const path = paths?.[branch];
    return path === undefined ? [] : [`${read(path)} at ${name}`];
  });
  const [first = 'nothing', last = first] = [present[0], present.at(-1)];
  return first === last ? first : `${first} and ${last}`;
};

const size = ({ log10Rms }: MeasuredSize): string => (log10Rms === null ? 'no finite number' : powerOfTen(log10Rms));

const share = (value: number | null): string => (value === null ? 'no finite share' : percent(value));

const the = (name: string): string => (name === 'attention' ? name : `the ${name} net`.replace('branch net', 'branch'));

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

const theoryWords = ({ measured, theory, theoryMissing }: Report): string => {
  if (theory === null) return `There is no theory for ${theoryMissing ?? 'this network'}.`;
  const [first, last] = [theory.layers[0]?.paths?.[0], theory.layers.at(-1)?.paths?.[0]];
  const shares = [first?.backward.branchShare ?? null, last?.backward.branchShare ?? null];
  const [one, other] = shares.map(share);
  if (shares.includes(null)) return 'Theory is drawn dashed.';
  return measured.layers.length === 1
    ? `Theory, dashed, expects a share of ${one}.`
    : `Theory, dashed, expects shares of ${one} and ${other}.`;
};
