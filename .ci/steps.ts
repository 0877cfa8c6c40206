/** One thing that must hold before a change is merged. */
export interface Step {
  /** What is checked, in a few words. */
  readonly name: string;
  /** A command of the workspace, run from its root. */
  readonly command: string;
  readonly args: readonly string[];
  /** What somebody does whose change fails here. */
  readonly advice: string;
  /** The step without which this one can only repeat its errors. */
  readonly needs?: string;
  /** Where Vitest writes its counts, for a step that runs tests. */
  readonly counts?: string;
}

/** Everything a change must pass, cheap before dear. The names are what `check --only` understands. */
export const steps: readonly Step[] = [
  {
    name: 'format',
    command: 'biome',
    args: ['check', '--error-on-warnings', '.'],
    advice: '`pnpm format` mends what can be mended; the rest, borders between folders included, says what it wants',
  },
  turbo('build', 'the packages do not compile with TypeScript 6'),
  turbo('types', 'sources or tests do not type-check with TypeScript 6'),
  turbo('types-next', 'TypeScript 7 refuses what TypeScript 6 accepts: write the type down'),
  {
    name: 'unused',
    command: 'knip',
    args: [],
    advice: 'delete the file, export or dependency that nobody uses, or drop its `export`',
  },
  turbo('shape', 'the package a user would install is not what its package.json promises'),
  turbo('docs', 'a public export has no docstring, or one that names something which does not exist'),
  tests('laboratory', 'run the one file alone with `pnpm exec vitest run <path>`'),
  { ...tests('consumer', 'a project outside the workspace can no longer compile or run against the packages'), needs: 'build' },
];

function turbo(task: string, advice: string): Step {
  const args = ['run', task, '--output-logs=errors-only', '--continue=dependencies-successful'];
  return { name: task, command: 'turbo', args, advice, ...(task === 'build' ? {} : { needs: 'build' }) };
}

function tests(project: string, advice: string): Step {
  const counts = `coverage/${project}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${counts}`];
  return {
    name: project,
    command: 'vitest',
    args: ['run', `--project=${project}`, '--passWithNoTests', ...reporters],
    advice,
    counts,
  };
}
