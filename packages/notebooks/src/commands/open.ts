import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { findJupyter, howToInstall } from '../jupyter/find-jupyter.ts';
import { jupyterFolder, lectureFolder } from '../lecture/notebooks.ts';

/** `notebooks`: opens Jupyter on the lecture, with the kernel of this repository; what else is said goes to Jupyter. */
function main(): void {
  const jupyter = findJupyter();
  if (jupyter === null) {
    console.error(howToInstall(process.platform));
    process.exitCode = 1;
    return;
  }
  const { JUPYTER_PATH: others } = process.env;
  const child = spawn(jupyter.command, [...jupyter.args, ...process.argv.slice(2)], {
    cwd: lectureFolder,
    stdio: 'inherit',
    env: { ...process.env, JUPYTER_PATH: others === undefined ? jupyterFolder : [jupyterFolder, others].join(delimiter) },
    shell: process.platform === 'win32',
  });
  // it asks whoever presses Ctrl-C what they mean, so it must outlive the first
  process.on('SIGINT', () => undefined);
  child.on('exit', (code) => {
    process.exitCode = code ?? 0;
  });
}

main();
