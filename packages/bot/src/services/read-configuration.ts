import { readSettings, type Settings } from '../operations/settings.ts';
import { exitCodes } from '../platforms/console/host.ts';
import type { ServiceHost } from './service.ts';

/** Settings and the values that no log may show, or the exit code of a service that cannot start. */
export type Configuration =
  | { readonly kind: 'settings'; readonly settings: Settings; readonly secrets: readonly string[] }
  | { readonly kind: 'refused'; readonly code: number };

/** Reads the settings of a service, and says everything that is wrong with them. */
export const readConfiguration = ({ variables, readFile, note, issues: known }: ServiceHost): Configuration => {
  const { settings, issues: found, secrets } = readSettings(variables, readFile);
  const issues = [...known, ...found];
  if (issues.length === 0) return { kind: 'settings', settings, secrets };
  for (const { message } of issues) note(message);
  note('.env.example tells every setting. To ask in this terminal instead: vanish depth=10 act=sigmoid');
  return { kind: 'refused', code: exitCodes.invalid };
};
