import type { Issue } from '@vanish/core/query';
import { type DeskMistake, deskIssue } from '../../desk-issue.ts';
import { shownPath } from './shown.ts';

/** Variables of the environment. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The text of a file. **Throws** where it cannot be read. */
export type ReadText = (path: string) => string;

/** Reads variables one by one, and collects what is wrong with them. An empty variable counts as not set, as Docker has it. */
export interface Reader {
  readonly plain: (name: string) => string | null;
  /** From the variable, or from the file that `<name>_FILE` names; null and an issue where that goes wrong. */
  readonly secret: (name: string) => string | null;
  /** Whether anybody tried to set it, rightly or wrongly. */
  readonly isSet: (variable: { readonly name: string; readonly isSecret: boolean }) => boolean;
  /** Remembers what no log may show. */
  readonly hide: (secret: string) => void;
  /** Collects a mistake. The null stands for the value that is not to be had. */
  readonly complain: (mistake: DeskMistake) => null;
  /** What was collected so far. */
  readonly collected: () => { readonly issues: readonly Issue[]; readonly secrets: readonly string[] };
}

export const openReader = (variables: Variables, files: ReadText): Reader => {
  const issues: Issue[] = [];
  const secrets = new Set<string>();
  const complain: Reader['complain'] = (mistake) => {
    issues.push(deskIssue(mistake));
    return null;
  };
  const plain = (name: string): string | null => bare(variables[name]);
  return {
    plain,
    secret: (name) => {
      const [value, path] = [plain(name), plain(`${name}_FILE`)];
      if (value !== null && path !== null) secrets.add(value);
      if (path === null) return value;
      return value === null ? readFile(name, path, files, complain) : complain(twice(name));
    },
    isSet: ({ name, isSecret }) => plain(name) !== null || (isSecret && plain(`${name}_FILE`) !== null),
    hide: (secret) => {
      secrets.add(secret);
    },
    complain,
    collected: () => ({ issues: Object.freeze([...issues]), secrets: Object.freeze([...secrets]) }),
  };
};

/** Without blanks and quotes around it, which `docker --env-file` keeps; null where nothing is left. */
const bare = (value = ''): string | null => {
  const text = value.trim();
  const unquoted = /^(["'])(.*)\1$/su.exec(text)?.[2] ?? text;
  return unquoted.trim() === '' ? null : unquoted.trim();
};

const twice = (name: string): DeskMistake => ({
  field: name,
  given: `${name}, ${name}_FILE`,
  problem: `${name} and ${name}_FILE are both set: one of them is to go`,
});

const readFile = (name: string, path: string, files: ReadText, complain: Reader['complain']): string | null => {
  const field = `${name}_FILE`;
  try {
    const value = bare(files(path));
    return (
      value ?? complain({ field, given: shownPath(path), problem: `${field} names the file ${shownPath(path)}, which is empty` })
    );
  } catch (error) {
    return complain({
      field,
      given: shownPath(path),
      problem: `${field} names the file ${shownPath(path)}, which cannot be read${reasonOf(error)}`,
    });
  }
};

/** The code of the system alone: a message may quote what was read. */
const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^E[A-Z]{2,20}$/u.test(code) ? ` (${code})` : '';
};
