/** Something that happened, for sessions of the gateway. */
export interface GatewayEvent {
  readonly name: string;
  /** Decides which shard is told; null for what happens outside of guilds. */
  readonly guildId: string | null;
  /** What a session with these intents is told, or null for nothing. */
  readonly dataFor: (intents: number) => unknown;
}
