import { readFileSync } from 'node:fs';
import type { App } from '@slack/bolt';
import { usualScopes } from '@vanish/loopback/slack';
import { expect, test } from 'vitest';
import { listen } from './listen.ts';
import type { Means } from './means.ts';
import { commandName, runThisId } from './names.ts';

const manifest = JSON.parse(readFileSync(new URL('../../../slack-manifest.json', import.meta.url), 'utf8'));
const guide = readFileSync(new URL('../../../slack.md', import.meta.url), 'utf8');
const { features, settings, oauth_config: oauth } = manifest;

/** What the listeners register, by kind. */
const registered = (): Readonly<Record<string, readonly unknown[]>> => {
  const kinds: Record<string, unknown[]> = {};
  const app = new Proxy(
    {},
    {
      get: (_, kind: string) => (what: unknown) => {
        kinds[kind] = [...(kinds[kind] ?? []), what];
      },
    },
  );
  listen(app as App, async () => {}, {} as Means);
  return kinds;
};

test('the manifest names what the bot listens to, and nothing else', () => {
  const { command, shortcut, event } = registered();
  expect(features.slash_commands.map((one: { command: string }) => one.command)).toEqual(command);
  expect(command).toEqual([commandName]);
  expect(features.shortcuts.map((one: { callback_id: string }) => one.callback_id)).toEqual(shortcut);
  expect(shortcut).toEqual([runThisId]);
  const events = settings.event_subscriptions.bot_events.map((name: string) => name.replace(/\.im$/u, ''));
  expect(events.sort()).toEqual([...(event ?? [])].sort());
  expect(settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } });
  expect(features.slash_commands[0]).toMatchObject({ should_escape: false });
});

test('the scopes are those without which the loopback refuses, each with its reason in the guide', () => {
  expect(oauth.scopes.bot).toEqual([...usualScopes].sort());
  for (const scope of oauth.scopes.bot) expect(guide).toContain(`| \`${scope}\` |`);
});

test('what Slack bounds is within its bounds', () => {
  const { display_information: about } = manifest;
  expect(about.name.length).toBeLessThanOrEqual(35);
  expect(about.description.length).toBeLessThanOrEqual(140);
  expect(about.long_description.length).toBeGreaterThanOrEqual(175);
  expect(features.shortcuts[0].name.length).toBeLessThanOrEqual(24);
  expect(features.slash_commands[0].usage_hint.length).toBeLessThanOrEqual(1000);
});
