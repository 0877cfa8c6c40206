import type { AnswerProgress, MeasuredQuestion } from '@vanish/core/study';
import { counted } from '../counted.ts';

/** `measuring 24 of 36 networks`, `training 16 networks for 200 steps, 40 %` */
export const progressInWords = (question: MeasuredQuestion, { stage, share, done, count }: AnswerProgress): string => {
  const isOne = question.kind === 'network' || question.kind === 'training';
  switch (stage) {
    case 'loading':
      return 'loading TensorFlow';
    case 'measuring':
    case 'training':
      if (isOne) return ofOne(question.experiment, stage, share);
      return `${stage} ${done} of ${counted(count, 'network')}${question.kind === 'fix' ? ' so far' : ''}`;
    case 'predicting':
      return isOne ? 'asking theory' : `measuring ${done} of ${counted(count, 'network')}`;
    case 'done':
      return 'done';
    default:
      return stage satisfies never;
  }
};

type Size = { readonly seeds: number; readonly depth: number; readonly train: number };

const ofOne = ({ seeds, depth, train }: Size, stage: 'measuring' | 'training', share: number): string => {
  const percent = `${Math.floor(share * 100)} %`;
  if (stage === 'training') return `training ${counted(seeds, 'network')} for ${counted(train, 'step')}, ${percent}`;
  return `measuring ${counted(seeds, 'network')} of depth ${depth}${share > 0 ? `, ${percent}` : ''}`;
};
