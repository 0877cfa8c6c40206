import { networksOf } from '../../query/networks-of.ts';
import { printNetwork, printQuery } from '../../query/print-query.ts';
import type { Report, TrainingReport } from '../../report.ts';
import type { Bench } from '../bench.ts';
import { judgeComparison } from '../judge-comparison.ts';
import { namesApart } from '../names-apart.ts';
import { rank } from '../rank.ts';
import type { QuestionOf, StudyKind } from '../study.ts';
import type { ComparisonReport } from '../study-report.ts';

type Asked = QuestionOf<'comparison' | 'versus'>;

/** `act=sigmoid,tanh,relu`, `… vs …`: the same seeds and data, and what is different. */
export const comparison: StudyKind<Asked> = {
  answers: ['comparison', 'versus'],
  run: async (question: Asked, bench: Bench): Promise<ComparisonReport> => {
    const experiments = networksOf(question);
    const names = namesApart(experiments);
    const found = await bench.answers(experiments);
    const members = found.flatMap((report, index) => (report === null ? [] : [{ name: names[index] ?? '', report }]));
    const reports: readonly (Report | TrainingReport)[] = members.map(({ report }) => report);
    const ranked = rank(members);
    const unanswered = experiments.filter((_, index) => found[index] === null);
    return Object.freeze({
      version: 1,
      kind: 'comparison',
      query: printQuery(question),
      engine: bench.engine(),
      names: members.map(({ name }) => name),
      reports,
      ...ranked,
      verdict: judgeComparison(question, members, ranked),
      unanswered: unanswered.map((experiment) => printNetwork(experiment)),
      timings: { totalMs: bench.totalMs() },
    });
  },
};
