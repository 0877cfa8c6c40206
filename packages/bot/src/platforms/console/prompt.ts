import { createInterface, type Interface } from 'node:readline';
import { allPresets, allSubjects, keys, listNames } from '@vanish/core/query';
import { commands, optionsOfCommands } from '../../front-desk.ts';
import { type ConsoleVocabulary, complete } from './completion.ts';
import { loadHistory, longestHistory, saveHistory } from './history.ts';
import { type ExitCode, exitCodes, type Host } from './host.ts';

/** Answers one line; aborted by Ctrl-C. */
export type AnswerLine = (line: string, signal: AbortSignal) => Promise<unknown>;

const isLeaving = (line: string): boolean => /^(?:exit|quit|bye|:q)$/iu.test(line);

/** Asks for questions until the user leaves, while the engine loads in the background. */
export const prompt = async (host: Host, answerLine: AnswerLine): Promise<ExitCode> => {
  const { screen, environment } = host;
  // in the background
  void host.desk.laboratory.warmUp('auto');
  const lines = createInterface({
    input: host.input,
    output: host.output,
    terminal: true,
    prompt: screen.paint.bold('vanish> '),
    history: [...(await loadHistory(environment.stateFolder))],
    historySize: longestHistory,
    removeHistoryDuplicates: true,
    completer: (line: string) => complete(line, vocabulary()),
  });
  screen.write('Why does your network not learn? Ask, for example: depth=10 act=sigmoid\n');
  screen.write(screen.paint.dim('Tab completes, help explains, exit leaves.\n'));
  let history: readonly string[] = [];
  lines.on('history', (typed: readonly string[]) => {
    history = typed.filter((line) => !isLeaving(line));
  });
  await converse(lines, host, answerLine);
  if (history.length > 0) await saveHistory(environment.stateFolder, history);
  return exitCodes.answered;
};

const vocabulary = (): ConsoleVocabulary => ({
  keys,
  verbs: [...commands.map(({ name }) => name), 'list', 'explain', 'example', 'exit'],
  options: optionsOfCommands,
  after: {
    list: listNames,
    explain: allSubjects().map(({ topic }) => topic),
    example: allPresets.map(({ name }) => name),
  },
});

/** One line after the other: what is typed while an answer is under way waits for its turn. */
const converse = (lines: Interface, host: Host, answerLine: AnswerLine): Promise<void> =>
  new Promise((resolve) => {
    let running: AbortController | null = null;
    let queue: Promise<void> = Promise.resolve();
    let isClosed = false;
    const answerNext = async (line: string): Promise<void> => {
      if (isClosed) return;
      if (isLeaving(line)) return lines.close();
      running = new AbortController();
      if (line !== '') {
        await answerLine(line, running.signal);
        host.screen.write('\n');
      }
      running = null;
      lines.prompt();
    };
    lines.on('line', (line) => {
      queue = queue.then(() => answerNext(line.trim()));
    });
    lines.on('SIGINT', () => {
      if (running !== null) return running.abort();
      host.screen.write(lines.line === '' ? '\nCtrl-D or exit leaves.\n' : '\n');
      // readline's own way to drop what was typed
      lines.write(null, { ctrl: true, name: 'e' });
      lines.write(null, { ctrl: true, name: 'u' });
      lines.prompt();
    });
    lines.on('close', () => {
      isClosed = true;
      running?.abort();
      host.screen.write('\n');
      resolve(queue);
    });
    lines.prompt();
  });
