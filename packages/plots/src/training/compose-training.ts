import type { TrainingReport } from '@vanish/core';
import type { ThemeName } from '../compose-picture.ts';
import { finish } from '../finish.ts';
import { frame } from '../frame/frame.ts';
import type { Picture } from '../picture.ts';
import { stackPanels } from '../plots/plot.ts';
import { dark } from '../theme/dark.ts';
import { light } from '../theme/light.ts';
import type { Theme } from '../theme/theme.ts';
import { plainText } from '../words/plain-text.ts';
import { provenance } from '../words/provenance.ts';
import { describeTraining } from './describe-training.ts';
import { lossCurve } from './loss-curve.ts';
import { stepAxis } from './step-axis.ts';
import { updateMap } from './update-map.ts';

const accents = { learned: 'second', partly: 'limit', not: 'broken', stopped: 'broken' } as const;

/** A training as a picture: the loss over its steps, and below it which layer moved its weights, and how far, at which step. */
export const composeTraining = (report: TrainingReport, themeName: ThemeName): Picture => {
  const theme: Theme = { light, dark }[themeName];
  const { verdict, query, initial } = report;
  const advice = initial.verdict.advice[0];
  const isHelpWanted = verdict.outcome !== 'learned' && advice !== undefined;
  const writing = {
    headline: plainText(verdict.headline),
    query: plainText(query),
    note: `${provenance(initial)} · line: mean · band: ±1 sd`,
    next: isHelpWanted
      ? { query: plainText(`${advice.query} train=${report.experiment.train}`), why: plainText(advice.why), expected: '' }
      : null,
    alt: describeTraining(report),
    accent: accents[verdict.outcome],
  };
  const x = stepAxis(report);
  const spec = frame(writing, theme, (room) => {
    const [upper, lower] = stackPanels(room, [0.42, 0.58]);
    return [...lossCurve(report, x, upper, theme), ...updateMap(report, x, lower, theme)];
  });
  return finish(spec, writing);
};
