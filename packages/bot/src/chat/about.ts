import { keys } from '@vanish/core/query';
import { counted } from '../counted.ts';

/** What a bot says of itself when it is asked `about`. */
export interface AboutFacts {
  readonly version: string;
  /** Whom to ask, or where the source is: as whoever runs it says. Null: not said. */
  readonly contact: string | null;
  readonly limits: AboutLimits;
}

interface AboutLimits {
  readonly mostPerMinute: number;
  readonly mostAtOnce: number;
  /** **Unit** milliseconds. */
  readonly budgetMs: number;
}

/** Whether somebody asks about the bot and not about networks. */
export const asksAbout = (text: string): boolean => text.trim().toLowerCase() === 'about';

/** Who this is, how it measures, what it takes and what it keeps. In short lines: chats show it in the letters of a typewriter. */
export const aboutText = ({ version, contact, limits }: AboutFacts): string =>
  [
    `Vanish ${version}: why does this deep network not learn, and what fixes it?`,
    '',
    'It builds the network that you describe, sends a batch forward and gradients back,',
    'and compares them with mean-field theory. No language model is asked: the same',
    'question with the same seed gives the same numbers in a terminal, a chat, a notebook.',
    '',
    `At most  ${bounds()}`,
    `         ${counted(limits.mostPerMinute, 'question')} a minute and ${limits.mostAtOnce} at once of one person, ${counted(limits.budgetMs / 1000, 'second')} each`,
    'Kept     answers, by their question, so that nobody measures twice',
    '         who asked, for a minute, to count; nothing else of what is written here',
    'Source   the packages @vanish/core, @vanish/plots and @vanish/bot',
    '         by the Vanish authors, MIT licence',
    ...(contact === null ? [] : [`Run by   ${contact}`]),
  ].join('\n');

const bounded: readonly string[] = ['depth', 'width', 'seeds', 'batch', 'train'];

/** What the numbers of a question may be at most: `depth=1000, width=1024`. */
export const bounds = (): string =>
  keys
    .flatMap((key) => (key.kind === 'integer' && bounded.includes(key.name) ? [key] : []))
    .map(({ name, maximum }) => `${name}=${maximum}`)
    .join(', ');
