import type { Clock } from './clock.ts';
import type { Identifiers } from './identifiers.ts';

/** How long after a person acted a view may be opened. */
const triggerLifeMs = 3000;

/** The `trigger_id`s that were given out. */
export interface Triggers {
  readonly issue: (user: string) => string;
  /** The person for whom a view may be opened, or Slack's error; a second use is refused. */
  readonly redeem: (id: string) => { readonly user: string } | { readonly error: string };
}

/** None given out yet. */
export const openTriggers = ({ now }: Clock, { next }: Identifiers): Triggers => {
  const issued = new Map<string, { readonly user: string; readonly atMs: number; isUsed: boolean }>();
  return {
    issue: (user) => {
      const id = `${next('T')}.${next('T')}`;
      issued.set(id, { user, atMs: now(), isUsed: false });
      return id;
    },
    redeem: (id) => {
      const trigger = issued.get(id);
      if (trigger === undefined) return { error: 'invalid_trigger_id' };
      if (trigger.isUsed) return { error: 'exchanged_trigger_id' };
      if (now() - trigger.atMs > triggerLifeMs) return { error: 'expired_trigger_id' };
      trigger.isUsed = true;
      return { user: trigger.user };
    },
  };
};
