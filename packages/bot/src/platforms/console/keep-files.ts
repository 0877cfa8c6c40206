import type { Answer } from '@vanish/core/study';
import { deskIssue } from '../../desk-issue.ts';
import type { AnyPlotName, Drawing } from '../../draw-answer.ts';
import { draw } from './draw.ts';
import type { ExitCode, Host } from './host.ts';
import type { Options } from './options.ts';
import { type OutputFile, pictureName, planFile } from './output-file.ts';
import { printPlace } from './printers/report-printer.ts';
import type { Progress } from './progress.ts';
import { type Content, writeFiles } from './write-files.ts';

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
  const contentOf = (file: OutputFile): Promise<Content> => contentOfAnswer({ answer, theme: options.theme, plot }, file);
  return writeFiles({ files, contentOf, isTold: !options.isJson }, host, progress);
};

/** An answer as the content of a file. */
export const contentOfAnswer = async (drawing: Drawing, { format }: OutputFile): Promise<Content> => {
  const { answer, plot } = drawing;
  if (format === 'json') return { content: `${JSON.stringify(answer, null, 2)}\n` };
  try {
    if (format !== 'html') return { content: await draw(drawing, format) };
    const [{ pageOfAnswer }, { writePage }] = await Promise.all([
      import('../../page/pages.ts'),
      import('../../page/write-page.ts'),
    ]);
    return { content: writePage(await pageOfAnswer(answer, plot)) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { issue: deskIssue({ field: 'plot', given: plot ?? '', problem: error.message }) };
  }
};

/** A picture that nobody asked for by name is a gift: where it cannot be written, one line says so. */
const defaultFile = async ({ query }: Answer, host: Host): Promise<readonly OutputFile[]> => {
  const plan = await planFile(pictureName(query), host.folder);
  if (plan.kind === 'file') return [plan.file];
  printPlace('picture', `none: ${plan.issue.problem} (--out file.png writes it elsewhere)`, host.screen);
  return [];
};
