import type { Answer } from '@vanish/core/study';
import type { SavedProbe } from '@vanish/core/watch';
import { type Tone, toneOf, withSeed } from '../chat/card.ts';
import { counted } from '../counted.ts';
import { type AnyPlotName, drawAnswer } from '../draw-answer.ts';
import { allLayersOf } from '../layer-in-words.ts';
import { trapsInWords } from '../traps-in-words.ts';
import { layerOf } from './layer-row.ts';
import type { Page, PagePicture } from './page.ts';

/** A saved model as a page; its picture are the bars in the table of its layers. */
export const pageOfProbe = ({ report, assumptions }: SavedProbe, question: string): Page => {
  const { verdict, measured, chains, traps, engine } = report;
  return {
    tone: tones[verdict.kind] ?? 'bad',
    headline: verdict.headline,
    facts: [
      ...labelled('Cause', [verdict.cause]),
      ...labelled('Signal', [verdict.signal]),
      ...labelled('Update', [verdict.update]),
      ...labelled('Evidence', verdict.evidence),
      ...labelled(
        'Ways',
        chains.length < 2 ? [] : chains.map((chain) => `${chain.recurrent ?? chain.rows[0] ?? ''}: ${chain.headline}`),
      ),
      ...labelled(
        'Traps',
        trapsInWords(traps).map(({ sentence }) => sentence),
      ),
    ],
    pictures: [],
    layers: allLayersOf(measured).map(layerOf),
    advice: verdict.advice.map(({ layer, change, why, expected }) => ({
      change: layer === null ? change : `${layer}: ${change}`,
      why: joined([why, expected]),
    })),
    question,
    measured: [`One pass forward and one back through the model as it was saved, on the engine ${engine}.`, ...assumptions],
  };
};

const tones: Readonly<Partial<Record<string, Tone>>> = { healthy: 'good', borderline: 'doubtful', tiny: 'doubtful' };

/** An answer of the laboratory as a page, with its picture in both themes. **Throws** RangeError where it lacks the numbers for the plot. */
export const pageOfAnswer = async (answer: Answer, plot: AnyPlotName | null): Promise<Page> => ({
  tone: toneOf(answer),
  headline: answer.verdict.headline,
  facts: factsOf(answer),
  pictures: [await pictureOf(answer, plot)],
  layers: rowsOf(answer).map(layerOf),
  advice: adviceOf(answer),
  question: withSeed(answer.query),
  measured: [howOf(answer), `The question above, seed included, gives the same numbers again. Engine: ${answer.engine}.`],
});

const pictureOf = async (answer: Answer, plot: AnyPlotName | null): Promise<PagePicture> => {
  const [light, dark] = await Promise.all((['light', 'dark'] as const).map((theme) => drawAnswer({ answer, theme, plot })));
  return { light: (await light?.svg()) ?? '', dark: (await dark?.svg()) ?? '', alt: light?.alt ?? '' };
};

const labelled = (label: string, given: readonly string[]): Page['facts'] => {
  const texts = given.filter((text) => text !== '');
  return texts.length === 0 ? [] : [{ label, texts }];
};

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' - ');

const factsOf = (answer: Answer): Page['facts'] => {
  switch (answer.kind) {
    case 'network': {
      const { cause, signal, update, evidence } = answer.verdict;
      return [
        ...labelled('Cause', [cause]),
        ...labelled('Signal', [signal]),
        ...labelled('Update', [update]),
        ...labelled('Evidence', evidence),
      ];
    }
    case 'training':
      return [
        ...labelled('Layers', [answer.verdict.layers]),
        ...labelled('Before', [answer.initial.verdict.headline, answer.verdict.initially]),
      ];
    case 'comparison':
    case 'sweep':
    case 'map':
    case 'cure':
      return labelled('Evidence', answer.verdict.evidence);
    default:
      return answer satisfies never;
  }
};

const rowsOf = (answer: Answer) => {
  if (answer.kind !== 'network' && answer.kind !== 'training') return [];
  return allLayersOf((answer.kind === 'training' ? answer.initial : answer).measured);
};

const adviceOf = ({ verdict: { advice } }: Answer): Page['advice'] => {
  const all = advice === null ? [] : 'query' in advice ? [advice] : advice;
  return all.map((one) => ({
    change: `vanish ${one.query}`,
    why: joined([one.why, 'expected' in one ? String(one.expected) : '']),
  }));
};

const howOf = (answer: Answer): string => {
  if (answer.kind === 'network')
    return `${counted(answer.experiment.seeds, 'network')} drawn and measured in one pass forward and one back over a batch of ${answer.experiment.batch} examples.`;
  if (answer.kind === 'training')
    return `${counted(answer.experiment.seeds, 'network')} trained side by side for ${answer.record.steps.length} steps; the table tells of them before the first.`;
  return 'Each network was drawn and measured as a question of its own.';
};
