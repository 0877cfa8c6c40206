import { type Issue, parseQuery } from '@vanish/core/query';
import { deskIssue } from '../desk-issue.ts';
import { nearestOf } from '../nearest.ts';
import type { Reply, Request } from '../reply.ts';
import type { Desk, WordCommand } from './command.ts';

/** `reproduce [ids | --all] [engine=wasm]`: published results, measured again. */
export const reproduce: WordCommand = {
  name: 'reproduce',
  summary: 'measures published results again, and compares; --all trains for those that need it, too',
  example: 'reproduce engine=wasm',
  takes: 'words',
  aliases: ['repro'],
  answer: async (words: readonly string[], request: Request, { laboratory }: Desk): Promise<Reply> => {
    // the claims bring the whole laboratory along, which nothing else at this desk needs
    const { claims } = await import('@vanish/core');
    const known = [...new Set(claims.map(({ id }) => id))];
    const { names, isAll, setting } = readWords(words);
    const engine = readEngine(setting);
    const ids = names.map((name) => name.toUpperCase());
    const issues = [
      ...names.filter((_, index) => !known.includes(ids[index] as string)).map((name) => unknownName(name, known)),
      ...(isAll && ids.length > 0 ? [eitherOr(ids)] : []),
      ...engine.issues,
    ];
    if (issues.length > 0) return { kind: 'issues', issues };
    const leftOut = isAll || ids.length > 0 ? [] : claims.filter(({ takes }) => takes === 'training').map(({ id }) => id);
    return {
      kind: 'reproduction',
      rows: laboratory.reproduce({ ids, includesTraining: isAll, engine: engine.name }, request),
      leftOut,
    };
  },
};

interface Reading {
  /** Ids, as typed. */
  readonly names: readonly string[];
  readonly isAll: boolean;
  /** What is said of the engine; empty: nothing. */
  readonly setting: string;
}

/** `P01 --engine wasm`, `p01,p02 engine=wasm`, `--all`. */
const readWords = (words: readonly string[]): Reading => {
  const text = words.join(' ');
  const pattern = /(?:^|\s)(?:--)?(?:engine|backend)(?:\s*[=:]\s*|\s+)(\S+)/iu;
  const named = pattern.exec(text)?.[1];
  const left = text
    .replace(pattern, ' ')
    .split(/[\s,]+/u)
    .filter((word) => word !== '');
  const names = left.filter((word) => !everything.test(word));
  return { names, isAll: names.length < left.length, setting: named === undefined ? '' : `engine=${named}` };
};

const everything = /^(?:-{0,2}all|-a)$/iu;

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

const unknownName = (given: string, known: readonly string[]): Issue => {
  const isOption = given.startsWith('-');
  const allowed = isOption ? ['--all', '--engine'] : [...known, 'all'];
  return deskIssue({
    field: 'id',
    given,
    problem: isOption ? `unknown option "${given}" of reproduce` : `unknown published result "${given}"`,
    nearest: nearestOf(allowed, given),
    allowed,
  });
};

const eitherOr = (ids: readonly string[]): Issue =>
  deskIssue({
    field: 'id',
    given: `--all ${ids.join(' ')}`,
    problem: `--all takes every published result, but ${ids.join(', ')} ${ids.length === 1 ? 'is' : 'are'} named, too`,
    nearest: `reproduce ${ids.join(' ')}`,
  });
