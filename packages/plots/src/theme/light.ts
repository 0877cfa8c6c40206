import type { Theme } from './theme.ts';

/** On paper and white slides. */
export const light: Theme = {
  name: 'light',
  background: '#ffffff',
  text: '#15191e',
  quiet: '#57606a',
  axis: '#8c959f',
  grid: '#e6e9ed',
  shelf: '#f3f4f6',
  measured: '#0064a0',
  theory: '#b34a00',
  second: '#00755a',
  limit: '#6e5a00',
  zero: '#8e3a73',
  broken: '#b3202a',
};
