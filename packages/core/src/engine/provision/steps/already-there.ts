import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { acceptableKeys } from '../build-keys.ts';
import { readBuild } from '../build-record.ts';
import type { Attempt, Step, Workplace } from '../step.ts';
import { addonFile } from '../tfjs-node-package.ts';
import { tryAddon } from '../try-addon.ts';

/** What tfjs-node already holds: a build of ours, known by its record without loading it, or somebody else's that loads. */
export const alreadyThere: Step = { name: 'already there', attempt };

async function attempt({ tfjsNode, platform, nodeMajor }: Workplace): Promise<Attempt> {
  const record = readBuild(tfjsNode);
  if (record !== null) {
    const isCurrent = acceptableKeys(platform, nodeMajor).includes(record.key);
    return isCurrent ? { kind: 'provided', version: record.tensorflow } : { kind: 'absent' };
  }
  const addon = join(tfjsNode, addonFile);
  return existsSync(addon) ? tryAddon(addon) : { kind: 'absent' };
}
