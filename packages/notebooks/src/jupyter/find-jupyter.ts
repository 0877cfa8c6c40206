import { spawnSync } from 'node:child_process';

/** How Jupyter is started here. */
export interface Jupyter {
  readonly command: string;
  readonly args: readonly string[];
}

/** What people have, the better one first. Notebook 6 is what Debian brings. */
const ways: readonly Jupyter[] = [
  { command: 'jupyter', args: ['lab'] },
  { command: 'jupyter', args: ['notebook'] },
  { command: 'jupyter-lab', args: [] },
  { command: 'jupyter-notebook', args: [] },
];

/** The first way that answers, or null where there is no Jupyter on the path. */
export const findJupyter = (): Jupyter | null =>
  ways.find(({ command, args }) => {
    const { status } = spawnSync(command, [...args, '--version'], { stdio: 'ignore', shell: process.platform === 'win32' });
    return status === 0;
  }) ?? null;

/** What to install, and what works without. */
export const howToInstall = (platform: NodeJS.Platform): string => {
  const [make, enter] =
    platform === 'win32'
      ? ['py -m venv %USERPROFILE%\\jupyter', '%USERPROFILE%\\jupyter\\Scripts\\activate']
      : ['python3 -m venv ~/jupyter', 'source ~/jupyter/bin/activate'];
  return [
    'There is no Jupyter on the path. Python 3.10 or newer brings it, in a folder of its own:',
    '',
    `  ${make}`,
    `  ${enter}`,
    '  pip install jupyterlab',
    '',
    'and then `pnpm notebooks` again, in the same terminal. The kernel is part of this repository; nothing else is needed.',
    ...(platform === 'linux' ? ['On Debian and Ubuntu `apt-get install jupyter-notebook` does, too.'] : []),
    'Without Jupyter, `pnpm notebooks:html` writes the notebooks as pages for a browser, and `pnpm notebooks:run` runs them.',
  ].join('\n');
};
