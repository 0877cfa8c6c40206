import { createHash } from 'node:crypto';
import { ask } from '@vanish/core';

/** A training that carries the last bit of every product on for sixty steps, so that no two kinds of arithmetic end alike. */
const canary = 'depth=20 width=64 act=tanh batch=32 seeds=1 train=60';

/**
 * Names the arithmetic of this computer: engine, kernels, processor, whatever it is that rounds. Where it is the same a notebook says
 * the same numbers again; elsewhere a training may end at a loss whose third digit differs, and nothing is wrong.
 */
export const nameArithmetic = async (): Promise<string> => {
  const answer = await ask(canary);
  if (answer.kind !== 'training') throw new Error(`"${canary}" is no training`);
  return createHash('sha256')
    .update(JSON.stringify([answer.engine, answer.record]))
    .digest('hex')
    .slice(0, 16);
};
