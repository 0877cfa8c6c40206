import { printQuery } from '@vanish/core/query';
import type { Offer } from './offer.ts';

/** The same network beside one of relu, or, where it has relu, of tanh. */
export const compare: Offer = {
  name: 'compare',
  rank: 3,
  label: 'Compare with relu',
  ask: (question) => {
    if (question.kind !== 'network' && question.kind !== 'training') return null;
    const { experiment } = question;
    if (experiment.activation.name === 'relu') return null;
    const axis = {
      key: 'activation',
      values: [nameOf(experiment.activation), 'relu'],
      written: { kind: 'list' },
    } as const;
    return printQuery({ kind: 'comparison', experiment, axes: [axis] });
  },
};

const nameOf = ({ name, parameter }: { readonly name: string; readonly parameter: number | null }): string =>
  parameter === null ? name : `${name}(${parameter})`;
