import type { Notice } from './conversation.ts';

/** Why a button does nothing, in the words of every platform. */
export const refusals = {
  unknown: 'This button is of another version of the bot. Ask its question again.',
  lost: 'This button has lost its question. Press Change… and ask from there.',
  notYours: 'Only whoever asked, or a moderator, can do that.',
  noForm: 'The form could not be opened. Press Change… again.',
  stays: 'The answer could not be deleted. Press Delete again in a minute.',
  gone: 'That question is no longer under way.',
} as const;

/** A refusal as something to say. */
export const refused = (text: string): Notice => ({ kind: 'refused', text, tries: [] });
