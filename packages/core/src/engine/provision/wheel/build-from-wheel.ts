import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { megabytes } from '../bytes.ts';
import type { Workplace } from '../step.ts';
import { addonFile, librariesFolder } from '../tfjs-node-package.ts';
import { tryAddon } from '../try-addon.ts';
import { compileAddon } from './compile-addon.ts';
import { downloadWheel } from './download-wheel.ts';
import { extractWheel } from './extract-wheel.ts';
import type { Tools } from './find-tools.ts';
import { verifyHash } from './verify-hash.ts';
import type { Wheel } from './wheels.ts';

/** Downloads, verifies, unpacks and compiles into a folder; resolves to the version that the finished addon reports. */
export async function buildFromWheel(options: {
  readonly wheel: Wheel;
  readonly tools: Tools;
  readonly folder: string;
  readonly workplace: Workplace;
}): Promise<string> {
  const { wheel, tools, folder, workplace } = options;
  const { say, tfjsNode } = workplace;
  const work = join(folder, 'work');
  mkdirSync(work);
  say(`downloading ${wheel.package} ${wheel.version} with pip (${megabytes(wheel.bytes)})`);
  const file = await downloadWheel({ wheel, pip: tools.pip, folder: work, say });
  say('checking its hash');
  await verifyHash(file, wheel.sha256);
  say('unpacking TensorFlow (813 MB)');
  await extractWheel(file, { headers: join(work, 'include'), libraries: join(folder, librariesFolder) });
  say(`compiling the addon with ${tools.compiler} (about 10 s)`);
  await compileAddon({ compiler: tools.compiler, tfjsNode, headers: join(work, 'include'), folder });
  rmSync(work, { recursive: true });
  const tried = await tryAddon(join(folder, addonFile));
  if (tried.kind === 'failed') throw new Error(tried.reason);
  return tried.version;
}
