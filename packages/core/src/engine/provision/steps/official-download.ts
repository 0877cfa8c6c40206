import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join } from 'node:path';
import { mayUseOfficialBuild, officialBuildKey } from '../build-keys.ts';
import { storeBuild } from '../build-store.ts';
import { bytesBelow, megabytes } from '../bytes.ts';
import { linkBuild } from '../link-build.ts';
import { runCommand } from '../run-command.ts';
import type { Attempt, Step, Workplace } from '../step.ts';
import { addonFile } from '../tfjs-node-package.ts';
import { tryAddon } from '../try-addon.ts';

/** tfjs-node's own install script: a prebuilt addon and libtensorflow of 2022, from its storage host. */
export const officialDownload: Step = { name: "tfjs-node's own download", attempt };

/** Long enough for a slow server to answer, short enough for a firewall that never does. */
const patienceMs = 20_000;

async function attempt(workplace: Workplace): Promise<Attempt> {
  const { store, tfjsNode, platform, nodeMajor, say } = workplace;
  if (!mayUseOfficialBuild(nodeMajor)) return { kind: 'failed', reason: `not for Node ${nodeMajor}` };
  say("asking tfjs-node's own download");
  const key = officialBuildKey(platform);
  try {
    const record = await storeBuild(store, key, (folder) => downloadInto(folder, workplace));
    linkBuild(join(store, key), tfjsNode);
    return { kind: 'provided', version: record.tensorflow };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    say(`  not available: ${reason}`);
    return { kind: 'failed', reason };
  }
}

/** The script writes into its own package and rewrites its package.json, so it works on a copy. */
async function downloadInto(folder: string, { tfjsNode, say }: Workplace): Promise<string> {
  const copy = join(folder, 'tfjs-node');
  const isSource = (path: string): boolean => !['lib', 'deps'].includes(basename(path)) || dirname(path) !== tfjsNode;
  cpSync(tfjsNode, copy, { recursive: true, dereference: true, filter: isSource });
  const copied = bytesBelow(folder);
  const result = await runCommand(process.execPath, ['scripts/install.js'], {
    folder: copy,
    environment: dependenciesOf(tfjsNode),
    patienceMs,
    progress: () => bytesBelow(folder) - copied,
    onProgress: (bytes) => say(`  ${megabytes(bytes)}`),
  });
  if (result.kind === 'failed') throw new Error(result.reason);
  for (const part of ['lib', 'deps']) {
    if (!existsSync(join(copy, part))) throw new Error(`its script left no ${part}`);
    renameSync(join(copy, part), join(folder, part));
  }
  rmSync(copy, { recursive: true });
  return versionOf(join(folder, addonFile));
}

/** The copy finds the script's dependencies where the installed package does, and node-pre-gyp by its bare name. */
function dependenciesOf(tfjsNode: string): Readonly<Record<string, string>> {
  const requireFromTfjsNode = createRequire(join(tfjsNode, 'package.json'));
  const builder = dirname(requireFromTfjsNode.resolve('@mapbox/node-pre-gyp/package.json'));
  return {
    NODE_PATH: dirname(dirname(tfjsNode)),
    PATH: [join(builder, 'bin'), process.env['PATH'] ?? ''].join(delimiter),
  };
}

async function versionOf(addon: string): Promise<string> {
  const tried = await tryAddon(addon);
  if (tried.kind === 'failed') throw new Error(tried.reason);
  return tried.version;
}
