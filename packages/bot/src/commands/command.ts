import type { Question } from '@vanish/core/query';
import type { AnswerStore } from '../answers/answer-store.ts';
import type { Laboratory } from '../laboratory/laboratory.ts';
import type { Reply, Request } from '../reply.ts';

/** What a command works with. */
export interface Desk {
  readonly laboratory: Laboratory;
  readonly answers: AnswerStore;
}

interface CommandFacts {
  readonly name: string;
  /** One line for help, lower case, no full stop. */
  readonly summary: string;
  /** Something to type. */
  readonly example: string;
}

/** A command that answers questions of the grammar. */
export interface QuestionCommand extends CommandFacts {
  readonly takes: 'questions';
  readonly kinds: readonly Question['kind'][];
  readonly answer: (question: Question, request: Request, desk: Desk) => Promise<Reply>;
}

/** A command of its own first word, outside the grammar: `doctor`. */
export interface WordCommand extends CommandFacts {
  readonly takes: 'words';
  readonly aliases: readonly string[];
  /** What it takes with dashes in front, beyond the options of the console. */
  readonly options: readonly string[];
  readonly answer: (words: readonly string[], request: Request, desk: Desk) => Promise<Reply>;
}

export type Command = QuestionCommand | WordCommand;
