import type { ProbedChain, ProbeReport } from '@vanish/core/watch';
import { counted } from '../../../counted.ts';
import type { Reply } from '../../../reply.ts';
import { trapsInWords } from '../../../traps-in-words.ts';
import type { Screen } from '../screen.ts';
import { tableOfLayers } from './layer-table.ts';
import { accentOf, sayerOn, tellFact, tellHeadline } from './tell.ts';

const widestText = 100;
/** Evidence, ways and traps that a terminal shows; `--json` has them all. */
const [mostEvidence, mostWays, mostTraps] = [3, 4, 5];

/** What a probe of a saved model is answered with. */
export type Probed = Omit<Extract<Reply, { kind: 'probe' }>, 'kind'>;

/** Only the sentence that answers. */
export const printProbeHeadline = ({ report: { verdict } }: Pick<Probed, 'report'>, screen: Screen): void =>
  sayerOn(screen)(accentOf(verdict.kind, screen.paint)(verdict.headline));

/** A saved model in words: headline, its layers, why, what to change in which, the traps it is in, and what was taken for granted. */
export const printProbe = ({ report, assumptions, query }: Probed, screen: Screen): void => {
  const { verdict } = report;
  const say = sayerOn(screen);
  const columns = Math.min(screen.columns, widestText) - 1;
  tellHeadline(verdict.headline, { screen, columns, accent: accentOf(verdict.kind, screen.paint), say });
  for (const line of tableOfLayers(report, screen)) say(`  ${line}`);
  say('');
  const tell = (label: string, text: string): void => tellFact(label, text, columns, screen, say);
  const tellAll = (label: string, texts: readonly string[]): void => {
    for (const [index, text] of texts.entries()) tell(index === 0 ? label : '', text);
  };
  tell('cause', verdict.cause);
  tell('signal', verdict.signal);
  tell('update', verdict.update);
  tellAll('evidence', verdict.evidence.slice(0, mostEvidence));
  tellAll('ways', waysOf(report.chains));
  if (verdict.advice.length > 0) say('');
  for (const [index, { layer, change, why, expected }] of verdict.advice.entries()) {
    tell(index === 0 ? 'try' : '', layer === null ? change : `${layer}: ${change}`);
    tell('', [why, expected].filter((part) => part !== '').join(' - '));
  }
  const traps = trapsOf(report);
  if (traps.length > 0) say('');
  tellAll('traps', traps);
  say('');
  tellAll('assumed', assumptions);
  tell('question', query);
  tell('engine', report.engine);
};

/** Ways through the model and through time, the worst first. */
const waysOf = (chains: readonly ProbedChain[]): readonly string[] => {
  const told = chains.slice(0, mostWays).map(({ recurrent, rows, kind }) => {
    const ends = [...new Set([rows[0], rows.at(-1)])].join(' → ');
    return `${recurrent === null ? ends : `${recurrent} through time, ${ends}`}: ${kind}`;
  });
  return chains.length > mostWays ? [...told, `and ${counted(chains.length - mostWays, 'other')}`] : told;
};

/** Those traps that are not advice already. */
const trapsOf = ({ traps, verdict }: ProbeReport): readonly string[] =>
  trapsInWords(traps)
    .filter(({ problem }) => !verdict.advice.some(({ why }) => why === problem))
    .slice(0, mostTraps)
    .map(({ sentence }) => sentence);
