import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Cell } from '../notebook/cell.ts';
import { lectureFolder } from './notebooks.ts';

/** What TypeScript says about a line of a cell. */
export interface TypeError {
  readonly cell: string;
  /** In the cell, counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** The cells of a notebook as one program, and where each begins in it. */
interface Program {
  readonly text: string;
  readonly starts: readonly { readonly cell: string; readonly line: number }[];
}

/** Checks the code of a notebook with the strict options of the project, which tslab does not have. */
export const checkTypes = (name: string, cells: readonly Cell[]): readonly TypeError[] => {
  const program = joinCells(cells);
  const file = join(lectureFolder, `${name}.cells.ts`);
  const options = strictOptions();
  const checked = ts.createProgram({ rootNames: [file], options, host: hostWith(file, program.text, options) });
  return ts.getPreEmitDiagnostics(checked).map(({ file: where, start = 0, messageText }) => ({
    ...locate(program, where === undefined ? 0 : where.getLineAndCharacterOfPosition(start).line),
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }));
};

const joinCells = (cells: readonly Cell[]): Program => {
  const starts: { readonly cell: string; readonly line: number }[] = [];
  const lines: string[] = [];
  for (const { kind, id, source } of cells) {
    if (kind !== 'code') continue;
    lines.push(`// %% ${id}`);
    starts.push({ cell: id, line: lines.length });
    lines.push(...source.split('\n'));
  }
  return { text: lines.join('\n'), starts };
};

const locate = ({ starts }: Program, line: number): { readonly cell: string; readonly line: number } => {
  const start = starts.filter((one) => one.line <= line).at(-1) ?? { cell: '', line: 0 };
  return { cell: start.cell, line: line - start.line + 1 };
};

const strictOptions = (): ts.CompilerOptions => {
  const path = join(lectureFolder, '..', '..', '..', 'tsconfig.base.json');
  const { compilerOptions } = ts.parseConfigFileTextToJson(path, readFileSync(path, 'utf8')).config as {
    readonly compilerOptions: object;
  };
  const own = {
    composite: false,
    isolatedDeclarations: false,
    declaration: false,
    declarationMap: false,
    noEmit: true,
    moduleDetection: 'force',
  };
  return ts.convertCompilerOptionsFromJson({ ...compilerOptions, ...own }, lectureFolder).options;
};

/** Libraries and packages are read once for all notebooks. */
const known = new Map<string, ts.SourceFile | undefined>();

const hostWith = (file: string, text: string, options: ts.CompilerOptions): ts.CompilerHost => {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    fileExists: (path) => path === file || host.fileExists(path),
    readFile: (path) => (path === file ? text : host.readFile(path)),
    getSourceFile: (path, languageVersion, ...more) => {
      if (path === file) return ts.createSourceFile(path, text, languageVersion, true);
      if (!known.has(path)) known.set(path, host.getSourceFile(path, languageVersion, ...more));
      return known.get(path);
    },
  };
};
