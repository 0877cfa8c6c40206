import { ask, failureOf } from '../../front-desk.ts';
import type { Failure, Reply } from '../../reply.ts';
import { findPlot, prepareToDraw } from './draw.ts';
import { type ExitCode, exitCodes, type Host } from './host.ts';
import { keepFiles, type Wish } from './keep-files.ts';
import { keepPage, keepProbe } from './keep-page.ts';
import { showLive } from './live.ts';
import type { Options } from './options.ts';
import { type OutputFile, planFile } from './output-file.ts';
import { printAnswer, printHeadline } from './printers/answer-printer.ts';
import { printExamination } from './printers/examination-printer.ts';
import { printIssues } from './printers/issues-printer.ts';
import { printProbe, printProbeHeadline } from './printers/probe-printer.ts';
import { printRows } from './printers/reproduction-printer.ts';
import { printKept } from './printers/tell.ts';
import { type Progress, showProgress, silentProgress } from './progress.ts';
import { toAscii } from './screen.ts';
import { toJson } from './to-json.ts';

/** One question from beginning to end: asked, printed, drawn, written. */
export const answer = async (options: Options, host: Host, signal: AbortSignal): Promise<ExitCode> => {
  const plans = await Promise.all(options.files.map((name) => planFile(name, host.folder)));
  const plot = await findPlot(options.plot, options.question);
  const issues = [
    ...plans.flatMap((plan) => (plan.kind === 'issue' ? [plan.issue] : [])),
    ...('issue' in plot ? [plot.issue] : []),
  ];
  const nothing = { options, files: [], plot: null };
  if (issues.length > 0 || 'issue' in plot) return post({ kind: 'issues', issues }, nothing, host, silentProgress);
  const files = plans.flatMap((plan) => (plan.kind === 'file' ? [plan.file] : []));
  const wish = { options, files, ...plot };
  const progress = options.isQuiet || options.isJson ? silentProgress : showProgress(host.screen);
  const isDrawing = wantsPicture(options, files);
  const live = showLive(host.screen, progress, options);
  const request = {
    text: options.question,
    folder: host.folder,
    signal,
    isFresh: options.isFresh,
    budgetMs: options.budget * 1000,
    onPartial: live.show,
    onProgress: (stage: string): void => {
      progress.say(stage);
      // while the laboratory loads its engine, this thread loads what draws
      if (isDrawing) prepareToDraw();
    },
  };
  try {
    const reply = await ask(request, host.desk);
    live.clear();
    progress.clear();
    return signal.aborted ? exitCodes.interrupted : await post(reply, wish, host, progress);
  } catch (error) {
    live.clear();
    progress.clear();
    return signal.aborted ? exitCodes.interrupted : await post(failureOf(error, options.question), wish, host, progress);
  }
};

const wantsPicture = ({ isJson, isPictureWanted }: Options, files: readonly OutputFile[]): boolean =>
  files.length > 0 ? files.some(({ format }) => format !== 'json') : isPictureWanted && !isJson;

/** A reply as text, or as one JSON object. */
const post = async (reply: Reply, wish: Wish, host: Host, progress: Progress): Promise<ExitCode> => {
  const { options } = wish;
  if (options.isJson) return postJson(reply, wish, host);
  const { screen } = host;
  switch (reply.kind) {
    case 'answer':
      if (options.isQuiet) printHeadline(reply.answer, screen);
      else printAnswer(reply.answer, screen);
      if (reply.keptSince !== null && !options.isQuiet) printKept(reply.keptSince, screen);
      return keepFiles(reply.answer, wish, host, progress);
    case 'words':
      screen.write(`${screen.isUnicode ? reply.text : toAscii(reply.text)}\n`);
      return exitCodes.answered;
    case 'issues':
      printIssues(reply.issues, screen);
      return exitCodes.invalid;
    case 'examination':
      printExamination(reply.examination, screen);
      return exitCodes.answered;
    case 'probe':
      if (options.isQuiet) printProbeHeadline(reply, screen);
      else printProbe(reply, screen);
      return keepProbe(reply, wish, host, progress);
    case 'page':
      if (reply.about.kind === 'answer') printHeadline(reply.about.answer, screen);
      else printProbeHeadline(reply.about, screen);
      return keepPage(reply.about, wish, host, progress);
    case 'reproduction':
      return (await printRows(reply, screen, progress.clear)) === 0 ? exitCodes.answered : exitCodes.internal;
    case 'cancelled':
      return exitCodes.interrupted;
    case 'failure':
      printFailure(reply, host);
      return exitCodes.internal;
    default:
      return reply satisfies never;
  }
};

const postJson = async (reply: Reply, wish: Wish, host: Host): Promise<ExitCode> => {
  if (reply.kind === 'cancelled') return exitCodes.interrupted;
  const json = await toJson(reply);
  host.screen.write(`${JSON.stringify(json, null, host.screen.isTerminal ? 2 : 0)}\n`);
  if (reply.kind === 'failure') printFailure(reply, host);
  if (reply.kind === 'answer') return keepFiles(reply.answer, wish, host, silentProgress);
  if (reply.kind === 'probe') return keepProbe(reply, wish, host, silentProgress);
  if (reply.kind === 'page')
    return wish.files.length > 0 ? keepPage(reply.about, wish, host, silentProgress) : exitCodes.answered;
  if (reply.kind === 'issues') return exitCodes.invalid;
  const hasFailed = 'rows' in json && Array.isArray(json.rows) && json.rows.some((row: { readonly pass: boolean }) => !row.pass);
  return reply.kind === 'failure' || hasFailed ? exitCodes.internal : exitCodes.answered;
};

const printFailure = ({ sentence, query, stack }: Failure, { screen, environment }: Host): void => {
  screen.note(`${screen.notePaint.red('internal error:')} ${sentence} - vanish ${query} reproduces it\n`);
  screen.note(environment.isDebug ? `${stack}\n` : 'VANISH_DEBUG=1 shows where it happened\n');
};
