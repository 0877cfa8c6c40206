import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compilerPath, compilers } from './compilers.ts';
import { findNode, nodeMajors } from './nodes.ts';
import { createProject, type Project } from './project.ts';

let project: Project;

beforeAll(() => {
  project = createProject();
});

afterAll(() => project.remove());

const named = compilers.map((compiler) => [compiler.name, compiler] as const);

test.each(named)('%s is the version its alias names', (_, compiler) => {
  const { stdout } = spawnSync(process.execPath, [compilerPath(compiler), '-v'], { encoding: 'utf8' });
  expect(stdout.trim()).toBe(`Version ${compiler.version}`);
});

test.each(named)('%s compiles the programs of a stranger', (_, compiler) => {
  expect(project.compile(compiler)).toBe('');
});

const runs = nodeMajors.flatMap((major) =>
  compilers.map((compiler) => [major, compiler.name, compiler.writes, compiler] as const),
);

test.for(runs)('on Node %i runs what %s compiled to %s', ([major, , , compiler], { skip }) => {
  const node = findNode(major);
  if (node.kind === 'missing') return skip(node.reason);
  const complaints = project.programs.map((program) => project.run(compiler, program, node.path));
  expect(complaints.join('')).toBe('');
});
