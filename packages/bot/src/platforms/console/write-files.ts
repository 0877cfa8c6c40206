import type { Issue } from '@vanish/core/query';
import { writeWhole } from '../../write-whole.ts';
import { type ExitCode, exitCodes, type Host } from './host.ts';
import { type Format, fileProblem, type OutputFile } from './output-file.ts';
import { printIssues } from './printers/issues-printer.ts';
import { printPlace } from './printers/report-printer.ts';
import type { Progress } from './progress.ts';

/** What stands in a file, or why it cannot be made. */
export type Content = { readonly content: string | Uint8Array } | { readonly issue: Issue };

/** How something becomes the content of a file. */
export interface Writing {
  readonly files: readonly OutputFile[];
  readonly contentOf: (file: OutputFile) => Promise<Content>;
  /** Whether it is said where the files are. */
  readonly isTold: boolean;
}

/** Writes files, and says where they are. */
export const writeFiles = async ({ files, contentOf, isTold }: Writing, host: Host, progress: Progress): Promise<ExitCode> => {
  const problems: Issue[] = [];
  for (const file of files) {
    progress.say(`writing the ${contentNames[file.format]}`);
    const content = await contentOf(file);
    progress.clear();
    if (host.signal.aborted) return exitCodes.interrupted;
    problems.push(...('issue' in content ? [content.issue] : await write(file, content.content)));
    if (problems.length === 0 && isTold) printPlace(contentNames[file.format], file.path, host.screen);
  }
  printIssues(problems, host.screen);
  return problems.length > 0 ? exitCodes.invalid : exitCodes.answered;
};

const contentNames: Readonly<Record<Format, string>> = { png: 'picture', svg: 'picture', json: 'report', html: 'page' };

const write = async ({ path }: OutputFile, content: string | Uint8Array): Promise<readonly Issue[]> => {
  try {
    await writeWhole(path, content);
    return [];
  } catch (error) {
    return [fileProblem(path, error)];
  }
};
