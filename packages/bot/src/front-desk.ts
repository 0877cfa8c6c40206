import { type Issue, parseQuery } from '@vanish/core/query';
import type { Command, Desk, WordCommand } from './commands/command.ts';
import * as shelf from './commands/index.ts';
import { deskIssue } from './desk-issue.ts';
import { WorkEnded } from './laboratory/laboratory.ts';
import { nearestOf } from './nearest.ts';
import type { Reply, Request } from './reply.ts';

/** Every command that can be asked for. */
export const commands: readonly Command[] = Object.values<Command>(shelf);

const wordCommands = commands.filter((command): command is WordCommand => command.takes === 'words');

/** What commands take with dashes in front, by their names. */
export const optionsOfCommands: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  wordCommands.map(({ name, options }) => [name, options]),
);

/** Answers any text, for any platform. Never throws: what goes wrong is a reply too. */
export const ask = async (request: Request, desk: Desk): Promise<Reply> => {
  try {
    return await route(request, desk);
  } catch (error) {
    return failureOf(error, request.text);
  }
};

/** What an error says to people, and to the log. */
export const failureOf = (error: unknown, query: string): Reply => {
  if (error instanceof WorkEnded) return { kind: 'cancelled' };
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const field = businessOfUsers[name];
  if (field !== undefined) return { kind: 'issues', issues: [deskIssue({ field, given: query, problem: message })] };
  return { kind: 'failure', sentence: message.split('\n')[0] ?? '', query, stack };
};

/** Errors that are the user's business, whose sentence says what to do: an engine that does not run here, a file that is no model. */
const businessOfUsers: Readonly<Partial<Record<string, string>>> = { EngineError: 'engine', ModelFileError: 'model' };

const route = async (request: Request, desk: Desk): Promise<Reply> => {
  const [first = '', ...words] = wordsOf(request.text);
  const command = wordCommands.find(({ name, aliases }) => [name, ...aliases].includes(first.toLowerCase()));
  if (command !== undefined) return command.answer(words, request, desk);
  const parsed = parseQuery(request.text);
  if (parsed.kind === 'issues') return { kind: 'issues', issues: meantCommand(first) ?? parsed.issues };
  const { question } = parsed;
  for (const each of commands) {
    if (each.takes === 'questions' && each.kinds.includes(question.kind)) return each.answer(question, request, desk);
  }
  throw new Error(`no command answers a question of kind "${question.kind}"`);
};

/** The words of a text, without the name of the program in front. */
const wordsOf = (text: string): readonly string[] => {
  const words = text.trim().split(/\s+/u);
  return /^\/?vanish$/iu.test(words[0] ?? '') ? words.slice(1) : words;
};

/** `docter`: the grammar does not know the commands of the desk, so it cannot think of them. */
const meantCommand = (first: string): readonly Issue[] | null => {
  const nearest = /[=:]/u.test(first)
    ? null
    : nearestOf(
        wordCommands.map(({ name }) => name),
        first,
      );
  return nearest === null ? null : [deskIssue({ given: first, problem: `unknown word "${first}"`, nearest })];
};
