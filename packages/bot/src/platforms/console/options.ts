import type { Issue } from '@vanish/core/query';
import { deskIssue } from '../../desk-issue.ts';
import { nearestOf } from '../../nearest.ts';

/** What the console itself is told; everything else is the question. */
export interface Options {
  readonly question: string;
  readonly isJson: boolean;
  readonly isQuiet: boolean;
  /** Whether an answer that is kept will not do. */
  readonly isFresh: boolean;
  /** After which a question about several networks is answered with what is known. **Unit** seconds. */
  readonly budget: number;
  readonly isHelp: boolean;
  readonly isVersion: boolean;
  /** Whether a picture is written where no file is named. */
  readonly isPictureWanted: boolean;
  readonly theme: Theme;
  /** Which plot is drawn; null: the plots' own default. */
  readonly plot: string | null;
  /** Files to write. */
  readonly files: readonly string[];
}

export type Theme = (typeof themes)[number];
const themes = ['light', 'dark'] as const;

/** Seconds after which a question about several networks is answered with what is known; and what may be asked for instead. */
const usualBudget = 60;
const [shortestBudget, longestBudget] = [1, 3600];

/** An option of the console: with a value, or by its presence alone. */
interface ConsoleOption {
  readonly name: string;
  readonly letter: string | null;
  /** What the value is called in help; null: there is none. */
  readonly value: string | null;
  readonly summary: string;
}

/** The shelf of the console's options; help and did-you-mean derive from it. */
export const consoleOptions: readonly ConsoleOption[] = [
  {
    name: 'out',
    letter: 'o',
    value: 'file',
    summary: 'write a file: .png or .svg (the picture), .json (the report) or .html (a page); may be repeated',
  },
  {
    name: 'theme',
    letter: null,
    value: themes.join('|'),
    summary: 'colours of the picture (also VANISH_THEME); light if not said',
  },
  {
    name: 'plot',
    letter: 'p',
    value: 'name',
    summary:
      'what the picture shows: profile, overview, forward, weights, branches or spectrum; of a training: training, histograms or signals; of several networks: comparison, losses, sweep, map, cure or remedies',
  },
  { name: 'no-picture', letter: null, value: null, summary: 'write no picture where no file is named' },
  { name: 'json', letter: 'j', value: null, summary: 'one JSON object on standard output, nothing else there' },
  { name: 'quiet', letter: 'q', value: null, summary: 'the answer in one sentence, no progress' },
  { name: 'fresh', letter: 'f', value: null, summary: 'measure again what was measured before, instead of showing what is kept' },
  {
    name: 'budget',
    letter: 'b',
    value: 'seconds',
    summary: `answer with what is known after so many seconds; ${usualBudget} if not said`,
  },
  { name: 'help', letter: 'h', value: null, summary: 'this text' },
  { name: 'version', letter: 'V', value: null, summary: 'the version of Vanish' },
];

type Given = ReadonlyMap<string, readonly string[]>;

/** Splits arguments into the console's options and a question. `defaultTheme` comes from the environment. */
export const readOptions = (
  argv: readonly string[],
  keyNames: readonly string[],
  defaultTheme: string | null,
): { readonly options: Options; readonly issues: readonly Issue[] } => {
  const { given, words, issues } = sort(argv, keyNames);
  const themeName = given.get('theme')?.at(-1) ?? (defaultTheme === null || defaultTheme === '' ? 'light' : defaultTheme);
  const theme = themes.find((name) => name === themeName.toLowerCase());
  const source = given.has('theme') ? '--theme' : 'VANISH_THEME';
  const wrongTheme =
    theme === undefined
      ? [
          deskIssue({
            field: 'theme',
            given: themeName,
            problem: `unknown theme "${themeName}" in ${source}`,
            nearest: nearestOf(themes, themeName),
            allowed: themes,
          }),
        ]
      : [];
  const budget = readBudget(given.get('budget')?.at(-1));
  return {
    options: {
      question: words.map(quoteValue).join(' '),
      isJson: given.has('json'),
      isQuiet: given.has('quiet'),
      isFresh: given.has('fresh'),
      budget: budget ?? usualBudget,
      isHelp: given.has('help'),
      isVersion: given.has('version'),
      isPictureWanted: !given.has('no-picture'),
      theme: theme ?? 'light',
      plot: given.get('plot')?.at(-1)?.toLowerCase() ?? null,
      files: given.get('out') ?? [],
    },
    issues: [...issues, ...wrongTheme, ...(budget === null ? [wrongBudget(given.get('budget')?.at(-1) ?? '')] : [])],
  };
};

/** Null: no number of seconds that can be waited for. */
const readBudget = (text: string | undefined): number | null => {
  if (text === undefined) return usualBudget;
  const seconds = /^\s*\d+(?:\.\d+)?\s*s?\s*$/iu.test(text) ? Number.parseFloat(text) : Number.NaN;
  return seconds >= shortestBudget && seconds <= longestBudget ? seconds : null;
};

const wrongBudget = (given: string): Issue =>
  deskIssue({
    field: 'budget',
    given,
    problem: `--budget takes seconds from ${shortestBudget} to ${longestBudget}, but was given "${given}"`,
    nearest: `--budget ${usualBudget}`,
  });

interface Sorted {
  readonly given: Given;
  /** What is left for the grammar. */
  readonly words: readonly string[];
  readonly issues: readonly Issue[];
}

const sort = (argv: readonly string[], keyNames: readonly string[]): Sorted => {
  const given = new Map<string, string[]>();
  const words: string[] = [];
  const issues: Issue[] = [];
  for (let index = 0; index < argv.length; ) {
    const { option, value, length } = readArgument(argv, index);
    const word = argv[index] ?? '';
    index += length;
    // a package manager may pass on the dashes that end its own options
    if (word === '--') continue;
    const wrong = option === null ? misspelt(word, keyNames) : checkValue(option, value);
    if (wrong !== null) issues.push(wrong);
    else if (option === null) words.push(word);
    else given.set(option.name, [...(given.get(option.name) ?? []), value ?? '']);
  }
  return { given, words, issues };
};

interface Argument {
  /** Null: it belongs to the question. */
  readonly option: ConsoleOption | null;
  readonly value: string | null;
  /** How many words it takes. */
  readonly length: 1 | 2;
}

const readArgument = (argv: readonly string[], index: number): Argument => {
  const { option, attached } = findOption(argv[index] ?? '');
  if (option === null || option.value === null || attached !== null) return { option, value: attached, length: 1 };
  return { option, value: argv[index + 1] ?? null, length: 2 };
};

/** `--out=a.png` is the option `out` with `a.png` attached. */
const findOption = (word: string): { readonly option: ConsoleOption | null; readonly attached: string | null } => {
  const [, dashes = '', name = '', value] = /^(--?)([a-z-]+)(?:=(.*))?$/isu.exec(word) ?? [];
  const option = consoleOptions.find((each) =>
    dashes === '--' ? each.name === name.toLowerCase() : dashes === '-' && each.letter === name,
  );
  return { option: option ?? null, attached: value ?? null };
};

const checkValue = ({ name, value: wanted }: ConsoleOption, value: string | null): Issue | null => {
  if (wanted === null && value !== null) {
    return deskIssue({
      field: name,
      given: value,
      problem: `--${name} takes no value, but was given "${value}"`,
      nearest: `--${name}`,
    });
  }
  if (wanted !== null && (value === null || value === '' || (value.startsWith('--') && name !== 'out'))) {
    return deskIssue({ field: name, given: value ?? '', problem: `--${name} needs a value: --${name} <${wanted}>` });
  }
  return null;
};

/** `--jsno`: an option that is neither ours nor a key of the grammar, but nearly ours. */
const misspelt = (word: string, keyNames: readonly string[]): Issue | null => {
  const name = /^--([a-z-]+)(?:=|$)/iu.exec(word)?.[1]?.toLowerCase();
  if (name === undefined || keyNames.includes(name) || keyNames.includes(name.replaceAll('-', ''))) return null;
  const nearest = nearestOf(
    consoleOptions.map((option) => option.name),
    name,
  );
  if (nearest === null) return null;
  return deskIssue({ given: word, problem: `unknown option "${word}"`, nearest: `--${nearest}` });
};

/** A shell has taken the quotes of `act="leaky relu"` away; the grammar needs them to see one value. */
const quoteValue = (word: string): string => {
  const [, key, value] = /^([\w-]+[=:])([^\d\s"'=:][^"'=:]*\s[^"'=:]*)$/u.exec(word) ?? [];
  return key === undefined || value === undefined || /\svs\.?\s/iu.test(value) ? word : `${key}"${value}"`;
};
