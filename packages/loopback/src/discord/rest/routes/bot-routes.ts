import type { Route } from '../route.ts';

const identifies = 1000;

/** What a bot asks about itself and the gateway. */
export const botRoutes = (gatewayAddress: () => string): readonly Route[] => {
  const get = (path: string, needsToken: boolean, handle: Route['handle']): Route => ({
    method: 'GET',
    path,
    needsToken,
    bucketBy: null,
    handle,
  });
  const application: Route['handle'] = ({ applicationId, bot }) => ({
    status: 200,
    json: {
      id: applicationId,
      name: bot.username,
      icon: null,
      description: '',
      summary: '',
      bot_public: true,
      bot_require_code_grant: false,
      verify_key: '0'.repeat(64),
      flags: 0,
      bot,
      team: null,
      integration_types_config: { 0: {}, 1: {} },
    },
  });
  return [
    get('/gateway', false, () => ({ status: 200, json: { url: gatewayAddress() } })),
    get('/gateway/bot', true, () => ({
      status: 200,
      json: {
        url: gatewayAddress(),
        shards: 1,
        session_start_limit: { total: identifies, remaining: identifies, reset_after: 86_400_000, max_concurrency: 1 },
      },
    })),
    get('/users/@me', true, ({ bot }) => ({ status: 200, json: bot })),
    get('/applications/@me', true, application),
    get('/oauth2/applications/@me', true, application),
  ];
};
