import type { ReproductionRow } from '@vanish/core';
import type { Reply } from '../../reply.ts';

/** The version of everything that `--json` prints. */
const version = 1;

/** A reply as `--json` prints it: a report stands for itself, everything else says its kind. Reads all rows of a reproduction. */
export const toJson = async (reply: Reply): Promise<object> => {
  switch (reply.kind) {
    case 'answer':
      return reply.keptSince === null ? reply.answer : { ...reply.answer, kept: reply.keptSince.toISOString() };
    case 'issues':
      return { version, issues: reply.issues };
    case 'words':
      return { version, kind: 'words', text: reply.text };
    case 'examination':
      return { version, kind: 'examination', entries: reply.examination };
    case 'probe':
      return reply.report;
    case 'page':
      return toJson(reply.about);
    case 'reproduction':
      return { version, kind: 'reproduction', rows: await all(reply.rows), leftOut: reply.leftOut };
    case 'cancelled':
      return { version, kind: 'cancelled' };
    case 'failure':
      return { version, kind: 'failure', sentence: reply.sentence, query: reply.query };
    default:
      return reply satisfies never;
  }
};

const all = async (rows: AsyncIterable<ReproductionRow>): Promise<readonly ReproductionRow[]> => {
  const read: ReproductionRow[] = [];
  for await (const row of rows) read.push(row);
  return read;
};
