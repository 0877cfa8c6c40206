import { runCommand } from './run-command.ts';

/** The version of TensorFlow that an addon speaks for, or why it does not load. */
export type AddonTrial =
  | { readonly kind: 'provided'; readonly version: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** Loads an addon in a process of its own, where a crash harms nobody, and asks TensorFlow for its version. */
export async function tryAddon(addon: string): Promise<AddonTrial> {
  const script = "process.stdout.write('TensorFlow=' + require(process.argv[1]).TF_Version)";
  const result = await runCommand(process.execPath, ['-e', script, addon], {
    environment: { TF_CPP_MIN_LOG_LEVEL: '2', NODE_OPTIONS: '' },
  });
  if (result.kind === 'failed') return { kind: 'failed', reason: `the addon does not load: ${result.reason}` };
  const version = /TensorFlow=(\S+)/.exec(result.output)?.[1];
  if (version === undefined) return { kind: 'failed', reason: 'the addon does not say its version' };
  return { kind: 'provided', version };
}
