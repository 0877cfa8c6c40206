import { complete } from '../experiment/complete.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { keyOf } from '../experiment/keys.ts';
import type { Axis, Question } from '../experiment/question.ts';
import { parseValue } from './parse-value.ts';

/** The networks that a question measures, in the order in which they are shown; of a map, the second axis runs fastest. */
export const networksOf = (question: Question): readonly Experiment[] => {
  switch (question.kind) {
    case 'network':
    case 'training':
    case 'fix':
      return [question.experiment];
    case 'comparison':
    case 'sweep':
      return along(question.experiment, valuesOf(question.axis));
    case 'map': {
      const [rows, columns] = question.axes.map(valuesOf);
      return along(question.experiment, rows ?? []).flatMap((experiment) => along(experiment, columns ?? []));
    }
    case 'versus':
      return question.experiments;
    case 'explain':
    case 'list':
    case 'help':
      return [];
    default:
      return question satisfies never;
  }
};

type Change = Partial<Experiment>;

const along = (experiment: Experiment, changes: readonly Change[]): readonly Experiment[] =>
  changes.map((change) => complete(change, experiment));

const valuesOf = ({ key, values }: Axis): readonly Change[] =>
  values.flatMap((text) => {
    const parsed = parseValue(keyOf[key], text);
    return parsed.kind === 'read' ? [{ [key]: parsed.read }] : [];
  });
