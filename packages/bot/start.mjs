/**
 * What `pnpm vanish` runs: builds what has changed since the last time (nothing, as a rule), then becomes the bin `vanish`.
 * Whatever the build has to say goes to standard error; standard output belongs to the answer.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A build that is done sooner needs no word. **Unit** milliseconds. */
const patienceMs = 1000;

const build = () =>
  new Promise((resolve) => {
    const started = spawn('turbo', ['run', 'build', '--filter=@vanish/bot', '--output-logs=errors-only'], {
      cwd: fileURLToPath(new URL('../../', import.meta.url)),
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
      // on Windows the command is a script, which only a shell can start
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = [];
    for (const stream of [started.stdout, started.stderr]) stream.on('data', (text) => said.push(text));
    const timer = setTimeout(() => process.stderr.write('building Vanish, as its code has changed (some 20 s)...\n'), patienceMs);
    const end = (code, reason) => {
      clearTimeout(timer);
      if (code !== 0) process.stderr.write(`Vanish could not be built${reason}:\n${Buffer.concat(said)}\n`);
      resolve(code);
    };
    started.on('error', (error) => end(1, ` (${error.message})`));
    started.on('close', (code, signal) => end(code ?? 1, signal === null ? '' : ` (${signal})`));
  });

const code = await build();
if (code === 0) await import('./dist/main.js');
else process.exit(1);
