import { webApi } from '@slack/bolt';
import { textAt } from './untrusted.ts';

/** The scopes without which Slack refused a call, as it lists them; null for any other error. */
export const missingScope = (error: unknown): string | null => {
  const isMissing = error instanceof webApi.WebAPIPlatformError && error.data.error === 'missing_scope';
  return isMissing ? textAt(error.data, 'needed') : null;
};
