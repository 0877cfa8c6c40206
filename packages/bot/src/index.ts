export { type AnswerStore, type Kept, noStore } from './answers/answer-store.ts';
export type { Desk } from './commands/command.ts';
export { ask } from './front-desk.ts';
export type { AnswerWatcher, Laboratory, Watcher } from './laboratory/laboratory.ts';
export type { Failure, Reply, Request } from './reply.ts';
