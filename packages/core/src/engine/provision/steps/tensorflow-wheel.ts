import { join } from 'node:path';
import { wheelBuildKey } from '../build-keys.ts';
import { storeBuild } from '../build-store.ts';
import { linkBuild } from '../link-build.ts';
import type { Attempt, Step, Workplace } from '../step.ts';
import { buildFromWheel } from '../wheel/build-from-wheel.ts';
import { findTools } from '../wheel/find-tools.ts';
import { wheels } from '../wheel/wheels.ts';

/** The current TensorFlow, out of its official Python wheel, with tfjs-node's addon compiled against it here. */
export const tensorflowWheel: Step = { name: 'the TensorFlow wheel', attempt };

async function attempt(workplace: Workplace): Promise<Attempt> {
  const { store, tfjsNode, platform } = workplace;
  const wheel = wheels[platform];
  const key = wheelBuildKey(platform);
  if (wheel === undefined || key === null) return { kind: 'failed', reason: `none is pinned for ${platform}` };
  const tools = await findTools(store);
  if (tools.kind === 'missing') return { kind: 'failed', reason: `missing ${tools.missing.join(', ')}` };
  const record = await storeBuild(store, key, (folder) => buildFromWheel({ wheel, tools, folder, workplace }));
  linkBuild(join(store, key), tfjsNode);
  return { kind: 'provided', version: record.tensorflow };
}
