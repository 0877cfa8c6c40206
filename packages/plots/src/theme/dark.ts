import type { Theme } from './theme.ts';

/** In chats and terminals that are dark. */
export const dark: Theme = {
  name: 'dark',
  background: '#14181f',
  text: '#eef1f5',
  quiet: '#a5afbb',
  axis: '#6b7684',
  grid: '#29303a',
  shelf: '#1c222b',
  measured: '#56b4e9',
  theory: '#f0a63a',
  second: '#3fc79f',
  limit: '#d9cf6a',
  zero: '#dd8fbe',
  broken: '#ff8a80',
};
