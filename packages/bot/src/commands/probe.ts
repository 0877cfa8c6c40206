import type { Issue } from '@vanish/core/query';
import { deskIssue } from '../desk-issue.ts';
import { findFile, wantedData, wantedModel } from '../model-files/find-file.ts';
import type { Reply, Request } from '../reply.ts';
import type { Desk, WordCommand } from './command.ts';
import { readEngine } from './read-engine.ts';

/** `probe model.json [--data batch.json] [engine=wasm]`: a saved model of TensorFlow.js, looked at layer by layer. */
export const probe: WordCommand = {
  name: 'probe',
  summary: 'looks at a saved model of TensorFlow, layer by layer; --data names a file of inputs and targets',
  example: 'probe model.json',
  takes: 'words',
  aliases: ['diagnose-model'],
  options: ['data', 'engine'],
  answer: async (_words: readonly string[], request: Request, { laboratory }: Desk): Promise<Reply> => {
    const { model, data, engine, issues } = readText(request.text);
    if (issues.length > 0) return { kind: 'issues', issues };
    const found = await Promise.all([
      findFile(model, request.folder, wantedModel),
      data === null ? { file: null } : findFile(data, request.folder, wantedData),
    ]);
    const [found1, found2] = found;
    if ('issue' in found1 || 'issue' in found2)
      return { kind: 'issues', issues: found.flatMap((each) => ('issue' in each ? [each.issue] : [])) };
    const probed = await laboratory.probe({ model: found1.file, data: found2.file, engine }, request);
    return { kind: 'probe', ...probed, query: request.text.trim().replace(/^\/?vanish\s+/iu, '') };
  },
};

interface Reading {
  readonly model: string;
  readonly data: string | null;
  readonly engine: string;
  readonly issues: readonly Issue[];
}

/** What follows `--data`: what is in quotes, or up to the end of a .json, or to the next option. */
const dataPattern = /(?:^|\s)--data(?:\s*=\s*|\s+|$)("[^"]*"|'[^']*'|\S.*?\.json(?=\s|$)|.*?(?=\s--|$))/iu;

/** The text and not its words: a path may hold blanks. */
const readText = (text: string): Reading => {
  const { name: engine, issues, rest } = readEngine(text.trim().replace(/^(?:\/?vanish\s+)?\S+/iu, ''));
  const given = dataPattern.exec(rest)?.[1]?.trim();
  const model = rest.replace(dataPattern, ' ').trim();
  const option = /(?:^|\s)(--\S+)/u.exec(model)?.[1];
  return {
    model: unquoted(model),
    data: given === undefined ? null : unquoted(given),
    engine,
    issues: [
      ...issues,
      ...(option === undefined ? [] : [unknownOption(option)]),
      ...(option === undefined && model === '' ? [noModel] : []),
      ...(given === '' ? [noData] : []),
    ],
  };
};

const unquoted = (path: string): string => /^(["'])(.*)\1$/u.exec(path)?.[2] ?? path;

const noModel = deskIssue({ field: 'model', given: '', problem: 'no model was given', nearest: 'vanish probe model.json' });
const noData = deskIssue({ field: 'data', given: '', problem: '--data needs a value: --data <file>' });

const unknownOption = (given: string): Issue =>
  deskIssue({ given, problem: `unknown option "${given}" of probe`, allowed: ['--data', '--engine'] });
