import type { Fields } from '../json.ts';
import type { World } from '../world.ts';
import type { Session } from './session.ts';

/** What a session is told first. */
export const readyJson = (world: World, session: Session, address: string): Fields => ({
  v: 10,
  user: world.bot,
  user_settings: {},
  relationships: [],
  private_channels: [],
  presences: [],
  guilds: [{ id: world.guildId, unavailable: true }],
  session_id: session.id,
  session_type: 'normal',
  resume_gateway_url: address,
  shard: session.shard,
  application: { id: world.applicationId, flags: 0 },
  _trace: [],
});
