import type { Issue } from '@vanish/core/query';
import { deskIssue } from '../desk-issue.ts';
import { nearestOf } from '../nearest.ts';
import type { Reply, Request } from '../reply.ts';
import type { Desk, WordCommand } from './command.ts';
import { readEngine } from './read-engine.ts';

/** `reproduce [ids | --all] [engine=wasm]`: published results, measured again. */
export const reproduce: WordCommand = {
  name: 'reproduce',
  summary: 'measures published results again, and compares; --all trains for those that need it, too',
  example: 'reproduce engine=wasm',
  takes: 'words',
  aliases: ['repro'],
  options: ['all', 'engine'],
  answer: async (words: readonly string[], request: Request, { laboratory }: Desk): Promise<Reply> => {
    // the claims bring the whole laboratory along, which nothing else at this desk needs
    const { claims } = await import('@vanish/core');
    const known = [...new Set(claims.map(({ id }) => id))];
    const engine = readEngine(words.join(' '));
    const { names, isAll } = readWords(engine.rest);
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
}

/** `P01`, `p01,p02`, `--all`. */
const readWords = (text: string): Reading => {
  const left = text.split(/[\s,]+/u).filter((word) => word !== '');
  const names = left.filter((word) => !everything.test(word));
  return { names, isAll: names.length < left.length };
};

const everything = /^(?:-{0,2}all|-a)$/iu;

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
