import type { Preset } from './preset.ts';

/** Next-word prediction on Moby-Dick by an lstm. */
export const mobyDick: Preset = {
  name: 'moby-dick',
  aliases: ['next-word', 'language-model'],
  summary: 'next-word prediction on Moby-Dick by an lstm',
  query: 'net=lstm depth=10 task=words train=150',
  why: ['Knowing how often words come brings the loss to chance; below it, the network remembers what it has just read.'],
  source: null,
};
