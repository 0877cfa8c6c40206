import type { Listed } from '../parts/variant.ts';

/** A first word of a question. */
export interface Verb extends Listed {
  readonly name: 'fix' | 'explain' | 'example' | 'list' | 'help';
  /** A question to type. */
  readonly example: string;
}

/** The first words that a question may have; without one, networks are measured. */
export const verbs: readonly Verb[] = Object.freeze([
  {
    name: 'fix',
    aliases: ['cure', 'repair', 'heal', 'improve', 'remedy'],
    summary: 'tries every applicable remedy on the same seeds and ranks them',
    example: 'fix depth=30 act=sigmoid',
  },
  {
    name: 'explain',
    aliases: ['why', 'describe', 'define', 'what'],
    summary: 'tells what something is and what it does to gradients',
    example: 'explain batchnorm',
  },
  {
    name: 'example',
    aliases: ['examples', 'preset', 'presets', 'demo'],
    summary: 'a famous set-up, run as if typed; without a name, all of them',
    example: 'example glorot-2010',
  },
  { name: 'list', aliases: ['ls', 'show', 'choices'], summary: 'everything that can be chosen', example: 'list act' },
  { name: 'help', aliases: ['h', '?', 'man', 'usage', 'how'], summary: 'the grammar, a key, or a name', example: 'help init' },
]);
