import type { Service } from './service.ts';

/** `vanish bot` */
export const bot: Service = {
  name: 'bot',
  summary: 'answers in Discord and Slack, as far as the environment holds their tokens',
  run: async (host) => (await import('./run-bot.ts')).runBot(host),
};
