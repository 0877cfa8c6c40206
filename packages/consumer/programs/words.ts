import assert from 'node:assert/strict';
import { type ParsedQuery, parseQuery, printQuery } from '@vanish/core/query';

/** Somebody who needs the grammar alone, in a form or a linter, and loads no laboratory. */
function main(): void {
  const parsed: ParsedQuery = parseQuery('act:tanh --depth 5');
  assert.ok(parsed.kind === 'question', 'every way of writing is read');
  assert.match(printQuery(parsed.question), /depth=5 act=tanh/);
  const mistaken = parseQuery('act=sigmod');
  assert.ok(mistaken.kind === 'issues', 'a mistake is data');
  assert.equal(mistaken.issues[0]?.nearest, 'act=sigmoid');
}

main();
