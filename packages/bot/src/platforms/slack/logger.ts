import { type Logger, LogLevel } from '@slack/bolt';
import type { Journal } from '../../chat/journal.ts';
import { platformName } from './names.ts';

/** What Slack's libraries say: their errors are noted, and nothing else is. At lower levels they print whole bodies. */
export const journalLogger = (journal: Journal): Logger => {
  const silence = (): void => {};
  return {
    debug: silence,
    info: silence,
    warn: silence,
    error: (...words) => journal.problem(platformName, 'library', words.length === 1 ? words[0] : words.map(String).join(' ')),
    setLevel: silence,
    setName: silence,
    getLevel: () => LogLevel.ERROR,
  };
};
