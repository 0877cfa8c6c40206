import { type Issue, parseQuery } from '@vanish/core/query';
import { deskIssue } from '../desk-issue.ts';
import { nearestOf } from '../nearest.ts';
import type { Reply, Request } from '../reply.ts';
import type { Desk, WordCommand } from './command.ts';

/** `reproduce [ids] [engine=wasm]`: published results, measured again. */
export const reproduce: WordCommand = {
  name: 'reproduce',
  summary: 'measures published results again, and compares',
  example: 'reproduce engine=wasm',
  takes: 'words',
  aliases: ['repro'],
  answer: async (words: readonly string[], request: Request, { laboratory }: Desk): Promise<Reply> => {
    // the claims bring the whole laboratory along, which nothing else at this desk needs
    const { claims } = await import('@vanish/core');
    const known = claims.map(({ id }) => id);
    const { ids, setting } = readWords(words);
    const engine = readEngine(setting);
    const issues = [...ids.filter((id) => !known.includes(id)).map((id) => unknownId(id, known)), ...engine.issues];
    if (issues.length > 0) return { kind: 'issues', issues };
    return { kind: 'reproduction', rows: laboratory.reproduce(ids, engine.name, request) };
  },
};

/** `P01 --engine wasm`, `p01,p02 engine=wasm`: the ids, and what is said of the engine. */
const readWords = (words: readonly string[]): { readonly ids: readonly string[]; readonly setting: string } => {
  const text = words.join(' ');
  const pattern = /(?:^|\s)(?:--)?(?:engine|backend)(?:\s*[=:]\s*|\s+)(\S+)/iu;
  const named = pattern.exec(text)?.[1];
  const ids = text
    .replace(pattern, ' ')
    .toUpperCase()
    .split(/[\s,]+/u)
    .filter((id) => id !== '');
  return { ids, setting: named === undefined ? '' : `engine=${named}` };
};

interface EngineReading {
  readonly name: string;
  readonly issues: readonly Issue[];
}

/** The grammar knows the engines, their other names, and the slips of the finger. */
const readEngine = (setting: string): EngineReading => {
  if (setting === '') return { name: 'auto', issues: [] };
  const parsed = parseQuery(setting);
  if (parsed.kind === 'issues') return { name: '', issues: parsed.issues };
  const { question } = parsed;
  if (question.kind === 'network') return { name: question.experiment.engine.name, issues: [] };
  const problem = `"${setting}" does not name one engine`;
  return { name: '', issues: [deskIssue({ field: 'engine', given: setting, problem, nearest: 'engine=auto' })] };
};

const unknownId = (given: string, known: readonly string[]): Issue =>
  deskIssue({
    field: 'id',
    given,
    problem: `unknown published result "${given}"`,
    nearest: nearestOf(known, given),
    allowed: known,
  });
