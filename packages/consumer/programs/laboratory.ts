import assert from 'node:assert/strict';
import { helpText, investigate, parseQuery, printQuery, QuestionError, type Report } from '@vanish/core';
import { drawReport, type Picture } from '@vanish/plots';

/** Somebody who asks one question, reads the answer and wants the picture. */
async function main(): Promise<void> {
  const report: Report = await investigate('depth=10 act=sigmoid seeds=4');
  // @ts-expect-error: a report is not a number, so its type has arrived here and is not `any`
  const notANumber: number = report;
  assert.ok(notANumber, 'investigate answers');
  assert.equal(report.verdict.kind, 'vanishing');
  assert.equal(report.measured.layers.length, 10);

  const parsed = parseQuery(report.query);
  assert.ok(parsed.kind === 'question', 'the query of a report can be asked again');
  assert.equal(printQuery(parsed.question), report.query);
  const help = parseQuery('help init');
  assert.ok(help.kind === 'question' && help.question.kind === 'help', 'words ask for words');
  assert.match(helpText(help.question), /glorot/);
  await assert.rejects(investigate('act=sigmod'), QuestionError);

  const picture: Picture = await drawReport(report, { theme: 'dark' });
  assert.match(picture.alt, /sigmoid/);
  assert.match(await picture.svg(), /^<svg/);
  assert.deepEqual([...(await picture.png()).subarray(1, 4)], [...Buffer.from('PNG')]);
}

void main();
