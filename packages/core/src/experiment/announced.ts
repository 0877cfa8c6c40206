import type { Variant } from '../parts/variant.ts';
import type { Experiment } from './experiment.ts';

/**
 * Variants that are understood but not built yet. Whoever puts one on its own shelf deletes its line here; the two
 * may not overlap.
 */
export const announced: Readonly<Partial<Record<keyof Experiment, readonly Variant[]>>> = Object.freeze({
  task: [
    { name: 'spirals', aliases: ['spiral'], summary: 'two or more spirals wound around each other' },
    { name: 'digits', aliases: ['mnist', 'handwritten-digits'], summary: 'handwritten digits' },
    { name: 'adding', aliases: ['adding-problem'], summary: 'the sum of two marked numbers of a long sequence' },
    { name: 'copy', aliases: ['copy-memory'], summary: 'symbols to be repeated after a long pause' },
    { name: 'temporal-order', aliases: [], summary: 'the order of two symbols that lie far apart' },
    { name: 'words', aliases: ['next-word', 'text', 'language'], summary: 'the next word of English prose' },
  ],
});
