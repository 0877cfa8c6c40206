import type { Attempt, Step, Workplace } from './step.ts';

/** What came of provisioning: the way that led to TensorFlow, or why each of them did not. */
export type Outcome =
  | { readonly kind: 'provided'; readonly by: string; readonly version: string }
  | { readonly kind: 'failed'; readonly problem: string };

/** Tries the steps in order until one provides TensorFlow. Never throws: WASM serves where all fail. */
export async function provision(steps: readonly Step[], workplace: Workplace): Promise<Outcome> {
  const problems: string[] = [];
  for (const step of steps) {
    const attempt = await attemptSafely(step, workplace);
    switch (attempt.kind) {
      case 'provided':
        return { kind: 'provided', by: step.name, version: attempt.version };
      case 'absent':
        break;
      case 'failed':
        problems.push(`${step.name}: ${attempt.reason}`);
        break;
      default:
        return attempt satisfies never;
    }
  }
  return { kind: 'failed', problem: problems.join('; ') };
}

async function attemptSafely(step: Step, workplace: Workplace): Promise<Attempt> {
  try {
    return await step.attempt(workplace);
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}
