import type { Output } from '../kernel/output.ts';
import type { RunCell } from './cell.ts';

/** A notebook as nbformat 4.5 writes it, as far as we read it. */
interface NotebookFile {
  readonly metadata?: { readonly vanish?: { readonly arithmetic?: string } };
  readonly cells: readonly {
    readonly cell_type: string;
    readonly id?: string;
    readonly source: Text;
    readonly metadata?: { readonly tags?: readonly string[] };
    readonly outputs?: readonly FileOutput[];
    readonly execution_count?: number | null;
  }[];
}

/** Text in lines, or in one. */
type Text = string | readonly string[];

type FileOutput =
  | { readonly output_type: 'stream'; readonly name: 'stdout' | 'stderr'; readonly text: Text }
  | {
      readonly output_type: string;
      readonly data?: Readonly<Record<string, unknown>>;
      readonly metadata?: Readonly<Record<string, unknown>>;
    };

/** What JupyterLab writes for the kernel of this repository. */
const metadata = {
  kernelspec: { display_name: 'TypeScript (tslab)', language: 'typescript', name: 'tslab' },
  language_info: {
    codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true },
    file_extension: '.ts',
    mimetype: 'text/typescript',
    name: 'typescript',
    version: '3.7.2',
  },
};

/** Whose arithmetic computed what a file says; null where it does not tell. */
export const readArithmetic = (text: string): string | null =>
  (JSON.parse(text) as NotebookFile).metadata?.vanish?.arithmetic ?? null;

/** Writes a notebook the way Jupyter itself does, keys sorted and one space deep, so that opening and saving it changes nothing. */
export const printNotebook = (cells: readonly RunCell[], arithmetic: string): string => {
  const about = { ...metadata, vanish: { arithmetic } };
  return `${JSON.stringify(sorted({ cells: cells.map(fileCell), metadata: about, nbformat: 4, nbformat_minor: 5 }), null, 1)}\n`;
};

const fileCell = ({ kind, id, source, tags, outputs, count }: RunCell): object => ({
  cell_type: kind,
  id,
  metadata: tags.length === 0 ? {} : { tags },
  source: lines(source),
  ...(kind === 'code' ? { execution_count: count, outputs: outputs.map(fileOutput) } : {}),
});

const fileOutput = (output: Output): object => {
  if (output.output_type === 'stream') return { ...output, text: lines(output.text) };
  const data = Object.entries(output.data).map(([type, value]) => [
    type,
    type.startsWith('text/') && typeof value === 'string' ? lines(value) : value,
  ]);
  return { ...output, data: Object.fromEntries(data) };
};

const lines = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
};

/** Reads a notebook file. **Throws** SyntaxError where it is not JSON. */
export const readNotebook = (text: string): readonly RunCell[] => {
  const { cells } = JSON.parse(text) as NotebookFile;
  return cells.map((cell, index) => ({
    kind: cell.cell_type === 'code' ? 'code' : 'markdown',
    id: cell.id ?? `cell-${index + 1}`,
    source: joined(cell.source),
    tags: cell.metadata?.tags ?? [],
    outputs: (cell.outputs ?? []).map(readOutput),
    count: cell.execution_count ?? null,
  }));
};

const readOutput = (output: FileOutput): Output => {
  if ('text' in output) return { output_type: 'stream', name: output.name, text: joined(output.text) };
  const data = Object.entries(output.data ?? {}).map(([type, value]) => [
    type,
    type.startsWith('text/') ? joined(value as Text) : value,
  ]);
  return { output_type: 'display_data', data: Object.fromEntries(data), metadata: output.metadata ?? {} };
};

const joined = (text: Text): string => (typeof text === 'string' ? text : text.join(''));
