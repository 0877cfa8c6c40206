import { spawnSync } from 'node:child_process';

/** The Node versions we promise. */
export const nodeMajors = [20, 22, 24] as const;

/** Where a Node stands, or why it cannot be had here. */
export type FoundNode = { readonly kind: 'found'; readonly path: string } | { readonly kind: 'missing'; readonly reason: string };

const found = new Map<number, FoundNode>();

/** This very Node where it is the one asked for, otherwise the one that the package `node` brings through npx. Looked for once. */
export const findNode = (major: number): FoundNode => {
  const known = found.get(major) ?? lookFor(major);
  found.set(major, known);
  return known;
};

const lookFor = (major: number): FoundNode => {
  if (process.versions.node.startsWith(`${major}.`)) return { kind: 'found', path: process.execPath };
  const env = { ...process.env, npm_config_fetch_retries: '0', npm_config_update_notifier: 'false' };
  const print = ['--yes', `node@${major}`, '--print', 'process.execPath'];
  const { status, stdout, stderr } = spawnSync('npx', print, {
    encoding: 'utf8',
    timeout: 180_000,
    env,
    shell: process.platform === 'win32',
  });
  const path = stdout?.trim();
  if (status === 0 && path) return { kind: 'found', path };
  return { kind: 'missing', reason: `npx brings no node@${major}: ${firstError(stderr ?? '')}` };
};

/** npm's own code for what went wrong, `ECONNREFUSED` where there is no network. */
const firstError = (text: string): string => /^npm error code (.*)$/m.exec(text)?.[1] ?? 'it did not start';
