import { createInterface } from 'node:readline';
import { keys } from '@vanish/core/query';
import { deskIssue } from '../../desk-issue.ts';
import { optionsOfCommands } from '../../front-desk.ts';
import { answer } from './answer.ts';
import { consoleHelp } from './console-help.ts';
import { type ExitCode, exitCodes, type Host } from './host.ts';
import { type Options, readOptions } from './options.ts';
import { printIssues } from './printers/issues-printer.ts';
import { toAscii } from './screen.ts';
import { splitLine } from './split-line.ts';

/** The console from arguments to exit code: one question, a prompt, or a question per line of a pipe. */
export const runConsole = async (host: Host): Promise<ExitCode> => {
  const { options, issues } = read(host.argv, host);
  const wrong = [...host.environment.issues, ...issues];
  if (wrong.length > 0) return refuse(wrong, options, host);
  if (options.isVersion) {
    host.screen.write(`${host.version}\n`);
    return exitCodes.answered;
  }
  if (options.isHelp || options.question !== '') return answerOne(options, host, host.signal);
  if (!host.isInputTerminal) return answerLines(host, options);
  const { prompt } = await import('./prompt.ts');
  return prompt(host, (line, signal) => answerLine(line, host, signal));
};

const read = (argv: readonly string[], host: Host): ReturnType<typeof readOptions> =>
  readOptions(
    argv,
    [...keys.flatMap(({ name, aliases }) => [name, ...aliases]), ...Object.values(optionsOfCommands).flat()],
    host.environment.theme,
  );

const refuse = (issues: Parameters<typeof printIssues>[0], options: Options, { screen }: Host): ExitCode => {
  if (options.isJson) screen.write(`${JSON.stringify({ version: 1, issues })}\n`);
  else printIssues(issues, screen);
  return exitCodes.invalid;
};

const answerOne = async (options: Options, host: Host, signal: AbortSignal): Promise<ExitCode> => {
  const isHelp = options.isHelp || /^(?:vanish\s+)?help$/iu.test(options.question);
  const code = await answer(isHelp ? { ...options, question: 'help' } : options, host, signal);
  if (isHelp && !options.isJson) host.screen.write(host.screen.isUnicode ? consoleHelp() : toAscii(consoleHelp()));
  return code;
};

/** A line of a prompt or a pipe; it may carry options, as arguments do. */
const answerLine = async (line: string, host: Host, signal: AbortSignal, outer: readonly string[] = []): Promise<ExitCode> => {
  const { options, issues } = read([...outer, ...splitLine(line)], host);
  if (issues.length > 0) return refuse(issues, options, host);
  return answerOne(options, host, signal);
};

/** Questions from a pipe, one per line; `#` starts a comment. With `--json`, one object per line. The worst exit code counts. */
const answerLines = async (host: Host, options: Options): Promise<ExitCode> => {
  let count = 0;
  let worst: ExitCode = exitCodes.answered;
  for await (const line of createInterface({ input: host.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const question = line.trim();
    if (question === '' || question.startsWith('#')) continue;
    count += 1;
    const code = await answerLine(question, host, host.signal, host.argv);
    if (host.signal.aborted) return exitCodes.interrupted;
    worst = worst === exitCodes.internal ? worst : code === exitCodes.answered ? worst : code;
  }
  if (count > 0) return worst;
  const nothing = deskIssue({ given: '', problem: 'no question was given', nearest: 'vanish depth=10 act=sigmoid' });
  return refuse([nothing], options, host);
};
