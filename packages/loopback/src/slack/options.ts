/** How a loopback Slack is set up; all of it has a default. */
export interface LoopbackSlackOptions {
  readonly botToken?: string;
  readonly appToken?: string;
  readonly signingSecret?: string;
  /** The time by which 3 s, 30 min and retries are counted. Start it at the present: Bolt checks signatures by its own clock. */
  readonly now?: () => number;
  /** What the app was installed with. */
  readonly scopes?: readonly string[];
  /** `files.info` answers that often without a mimetype, and as long an image block with the file is refused. */
  readonly fileScanPolls?: number;
  /** Whether `data_visualization` blocks are rolled out to this workspace. */
  readonly allowsCharts?: boolean;
  /** Who is there; the first is the one who acts where a test names nobody. */
  readonly people?: readonly { readonly name: string; readonly locale?: string }[];
  /** Channels; where `hasApp` is false the app was not invited. */
  readonly channels?: readonly { readonly name: string; readonly kind?: 'public' | 'private'; readonly hasApp?: boolean }[];
}

/** The scopes that a chart bot asks for, and the one that lets it hear direct messages. */
export const usualScopes: readonly string[] = [
  'commands',
  'chat:write',
  'files:write',
  'files:read',
  'app_mentions:read',
  'im:write',
  'im:history',
];
