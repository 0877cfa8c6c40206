export type { Desk } from './commands/command.ts';
export { ask } from './front-desk.ts';
export type { Laboratory, Watcher } from './laboratory/laboratory.ts';
export type { Failure, Reply, Request } from './reply.ts';
