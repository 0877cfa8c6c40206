import type { Issue } from '@vanish/core/query';
import type { Answer } from '@vanish/core/study';
import { deskIssue } from '../../desk-issue.ts';
import type { AnyPlotName, Drawing } from '../../draw-answer.ts';
import { writeWhole } from '../../write-whole.ts';
import { draw } from './draw.ts';
import { type ExitCode, exitCodes, type Host } from './host.ts';
import type { Options } from './options.ts';
import { fileProblem, type OutputFile, pictureName, planFile } from './output-file.ts';
import { printIssues } from './printers/issues-printer.ts';
import { printPlace } from './printers/report-printer.ts';
import type { Progress } from './progress.ts';

/** What is to be written, and how. */
export interface Wish {
  readonly options: Options;
  readonly files: readonly OutputFile[];
  readonly plot: AnyPlotName | null;
}

/** Writes the files that were asked for, or else the picture in the current folder, and says where they are. */
export const keepFiles = async (
  answer: Answer,
  { options, files: asked, plot }: Wish,
  host: Host,
  progress: Progress,
): Promise<ExitCode> => {
  const isGift = asked.length === 0 && options.isPictureWanted && !options.isJson;
  const files = isGift ? await defaultFile(answer, host) : asked;
  const problems: Issue[] = [];
  for (const file of files) {
    progress.say(`writing the ${contentNames[file.format]}`);
    const content = await contentOf({ answer, theme: options.theme, plot }, file);
    progress.clear();
    if (host.signal.aborted) return exitCodes.interrupted;
    problems.push(...('issue' in content ? [content.issue] : await write(file, content.content)));
    if (problems.length === 0 && !options.isJson) printPlace(contentNames[file.format], file.path, host.screen);
  }
  printIssues(problems, host.screen);
  return problems.length > 0 ? exitCodes.invalid : exitCodes.answered;
};

const contentNames = { png: 'picture', svg: 'picture', json: 'report' } as const;

type Content = { readonly content: string | Uint8Array } | { readonly issue: Issue };

const contentOf = async (drawing: Drawing, { format }: OutputFile): Promise<Content> => {
  if (format === 'json') return { content: `${JSON.stringify(drawing.answer, null, 2)}\n` };
  try {
    return { content: await draw(drawing, format) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { issue: deskIssue({ field: 'plot', given: drawing.plot ?? '', problem: error.message }) };
  }
};

const write = async ({ path }: OutputFile, content: string | Uint8Array): Promise<readonly Issue[]> => {
  try {
    await writeWhole(path, content);
    return [];
  } catch (error) {
    return [fileProblem(path, error)];
  }
};

/** A picture that nobody asked for by name is a gift: where it cannot be written, one line says so. */
const defaultFile = async ({ query }: Answer, host: Host): Promise<readonly OutputFile[]> => {
  const plan = await planFile(pictureName(query), host.folder);
  if (plan.kind === 'file') return [plan.file];
  printPlace('picture', `none: ${plan.issue.problem} (--out file.png writes it elsewhere)`, host.screen);
  return [];
};
