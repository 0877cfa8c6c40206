import type { ChatPlatform } from '../operations/metrics.ts';
import type { Notice, Outcome } from './conversation.ts';

/** What a platform tells whoever runs the bot. Never throws. */
export interface Journal {
  readonly received: (platform: ChatPlatform) => void;
  /** How long the platform waited for its first response. **Unit** milliseconds. */
  readonly acknowledged: (platform: ChatPlatform, milliseconds: number) => void;
  readonly finished: (
    platform: ChatPlatform,
    outcome: Outcome | Notice['kind'] | 'duplicate' | 'late',
    milliseconds: number,
  ) => void;
  readonly reconnected: (platform: ChatPlatform) => void;
  readonly rateLimited: (platform: ChatPlatform) => void;
  /** Something that should not have happened, where, and what it was about. */
  readonly problem: (platform: ChatPlatform, where: string, error: unknown) => void;
}
