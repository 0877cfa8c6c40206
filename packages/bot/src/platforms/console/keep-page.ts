import { deskIssue } from '../../desk-issue.ts';
import type { Reply } from '../../reply.ts';
import type { ExitCode, Host } from './host.ts';
import { contentOfAnswer, type Wish } from './keep-files.ts';
import { type OutputFile, pageName, planFile } from './output-file.ts';
import { printPlace } from './printers/report-printer.ts';
import type { Progress } from './progress.ts';
import { type Content, writeFiles } from './write-files.ts';

/** What a page can be about. */
export type PageReply = Extract<Reply, { kind: 'page' }>['about'];

/** Writes the files that were asked for, or else a page in the current folder. */
export const keepPage = async (about: PageReply, wish: Wish, host: Host, progress: Progress): Promise<ExitCode> => {
  const files = wish.files.length > 0 ? wish.files : await defaultPage(queryOf(about), host);
  return writeFiles({ files, contentOf: contentOf(about, wish), isTold: !wish.options.isJson }, host, progress);
};

/** Writes the files that were asked for; without any, a saved model brings none. */
export const keepProbe = async (
  about: Extract<PageReply, { kind: 'probe' }>,
  wish: Wish,
  host: Host,
  progress: Progress,
): Promise<ExitCode> =>
  writeFiles({ files: wish.files, contentOf: contentOf(about, wish), isTold: !wish.options.isJson }, host, progress);

const queryOf = (about: PageReply): string => (about.kind === 'answer' ? about.answer.query : about.query);

const contentOf = (about: PageReply, { options, plot }: Wish): ((file: OutputFile) => Promise<Content>) =>
  about.kind === 'answer'
    ? (file) => contentOfAnswer({ answer: about.answer, theme: options.theme, plot }, file)
    : (file) => contentOfProbe(about, file);

const contentOfProbe = async (about: Extract<PageReply, { kind: 'probe' }>, { path, format }: OutputFile): Promise<Content> => {
  if (format === 'json') return { content: `${JSON.stringify(about.report, null, 2)}\n` };
  if (format !== 'html') {
    const problem = `"${path}" would be a picture, and a saved model has none: write a page (.html) or the report (.json)`;
    return { issue: deskIssue({ field: 'out', given: path, problem }) };
  }
  const [{ pageOfProbe }, { writePage }] = await Promise.all([import('../../page/pages.ts'), import('../../page/write-page.ts')]);
  return { content: writePage(pageOfProbe(about, about.query)) };
};

const defaultPage = async (query: string, host: Host): Promise<readonly OutputFile[]> => {
  const plan = await planFile(pageName(query), host.folder);
  if (plan.kind === 'file') return [plan.file];
  printPlace('page', `none: ${plan.issue.problem} (--out file.html writes it elsewhere)`, host.screen);
  return [];
};
