import type { Report } from '@vanish/core';
import type { Issue } from '@vanish/core/query';
import { draw } from './draw.ts';
import { type ExitCode, exitCodes, type Host } from './host.ts';
import type { Options } from './options.ts';
import { fileProblem, type OutputFile, pictureName, planFile, writeWhole } from './output-file.ts';
import { printIssues } from './printers/issues-printer.ts';
import { printPlace } from './printers/report-printer.ts';
import type { Progress } from './progress.ts';

/** Writes the files that were asked for, or else the picture in the current folder, and says where they are. */
export const keepFiles = async (
  report: Report,
  options: Options,
  asked: readonly OutputFile[],
  host: Host,
  progress: Progress,
): Promise<ExitCode> => {
  const isGift = asked.length === 0 && options.isPictureWanted && !options.isJson;
  const files = isGift ? await defaultFile(report, host) : asked;
  const problems: Issue[] = [];
  for (const file of files) {
    progress.say(`writing the ${contentNames[file.format]}`);
    const content = await contentOf(report, options, file);
    progress.clear();
    if (host.signal.aborted) return exitCodes.interrupted;
    problems.push(...(await write(file, content)));
    if (problems.length === 0 && !options.isJson) printPlace(contentNames[file.format], file.path, host.screen);
  }
  printIssues(problems, host.screen);
  return problems.length > 0 ? exitCodes.invalid : exitCodes.answered;
};

const contentNames = { png: 'picture', svg: 'picture', json: 'report' } as const;

const contentOf = async (report: Report, { theme }: Options, { format }: OutputFile): Promise<string | Uint8Array> =>
  format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : draw({ report, theme }, format);

const write = async ({ path }: OutputFile, content: string | Uint8Array): Promise<readonly Issue[]> => {
  try {
    await writeWhole(path, content);
    return [];
  } catch (error) {
    return [fileProblem(path, error)];
  }
};

/** A picture that nobody asked for by name is a gift: where it cannot be written, one line says so. */
const defaultFile = async (report: Report, host: Host): Promise<readonly OutputFile[]> => {
  const plan = await planFile(pictureName(report.query), host.folder);
  if (plan.kind === 'file') return [plan.file];
  printPlace('picture', `none: ${plan.issue.problem} (--out file.png writes it elsewhere)`, host.screen);
  return [];
};
