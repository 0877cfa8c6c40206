import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

const node = (script: string): [string, string[]] => [process.execPath, ['-e', script]];

test('output and errors of a command come back together', async () => {
  const result = await runCommand(...node('console.log("out"); console.error("err")'));
  expect(result.kind === 'done' && result.output.split('\n').sort()).toEqual(['', 'err', 'out']);
});

test('a command that fails gives its last error as the reason', async () => {
  const script = 'console.error("x.cc:3: error: no such file"); console.error("compilation ended"); process.exit(3)';
  expect(await runCommand(...node(script))).toEqual({ kind: 'failed', reason: 'x.cc:3: error: no such file' });
});

test('a command that fails in silence gives its exit code', async () => {
  expect(await runCommand(...node('process.exit(3)'))).toEqual({ kind: 'failed', reason: 'exit code 3' });
});

test('a command that does not exist has failed', async () => {
  expect(await runCommand('vanish-no-such-command', [])).toMatchObject({
    kind: 'failed',
    reason: expect.stringContaining('ENOENT'),
  });
});

test('a command without progress is ended, with the children it started', async () => {
  const script =
    'require("child_process").spawnSync(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" })';
  expect(await runCommand(...node(script), { patienceMs: 50 })).toEqual({ kind: 'failed', reason: 'no progress for 0.05 s' });
});
