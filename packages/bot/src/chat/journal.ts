import type { Outcome } from './conversation.ts';

/** What a platform tells whoever runs the bot. Never throws. */
export interface Journal {
  readonly received: (platform: string) => void;
  /** How long the platform waited for its first response. **Unit** milliseconds. */
  readonly acknowledged: (platform: string, milliseconds: number) => void;
  readonly finished: (
    platform: string,
    outcome: Outcome | 'words' | 'mistake' | 'duplicate' | 'late',
    milliseconds: number,
  ) => void;
  readonly reconnected: (platform: string) => void;
  readonly rateLimited: (platform: string) => void;
  /** Something that should not have happened, where, and what it was about. */
  readonly problem: (platform: string, where: string, error: unknown) => void;
}
