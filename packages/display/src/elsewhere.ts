import type { Answer } from '@vanish/core';
import { say } from './send-bundle.ts';

/** Says how to ask the same question, exactly, in a terminal and in team chat. */
export const elsewhere = ({ query }: Pick<Answer, 'query'>): void => {
  const ways = [
    ['in a terminal', `vanish ${query}`],
    ['in Discord', `/vanish question:${query}`],
    ['in Slack', `/vanish ${query}`],
  ] as const;
  say({ data: { 'text/plain': ways.map(([where, text]) => `${where.padEnd(15)}${text}`).join('\n') }, metadata: {} });
};
