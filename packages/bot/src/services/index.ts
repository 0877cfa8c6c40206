export { bot } from './bot.ts';
export { register } from './register.ts';
export { worker } from './worker.ts';
