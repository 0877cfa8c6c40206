import { join } from 'node:path';
import { acceptableKeys } from '../build-keys.ts';
import { findBuild } from '../build-store.ts';
import { linkBuild } from '../link-build.ts';
import type { Attempt, Step, Workplace } from '../step.ts';

/** A build that another checkout left in the user's cache. */
export const userCache: Step = { name: 'cache', attempt };

async function attempt({ store, tfjsNode, platform, nodeMajor }: Workplace): Promise<Attempt> {
  for (const key of acceptableKeys(platform, nodeMajor)) {
    const record = findBuild(store, key);
    if (record === null) continue;
    linkBuild(join(store, key), tfjsNode);
    return { kind: 'provided', version: record.tensorflow };
  }
  return { kind: 'absent' };
}
