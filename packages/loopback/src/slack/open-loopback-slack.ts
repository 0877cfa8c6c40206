import { openHome, press, submitModal, takeShortcut } from './acts/interact.ts';
import { sendRequest } from './acts/send.ts';
import { giveCommand, mention, say, writeDirectly } from './acts/speak.ts';
import { personOf, placeOf, type Stage } from './acts/stage.ts';
import { deliverAgain, usualReason } from './delivery/courier.ts';
import { openHttpTransport } from './delivery/http-transport.ts';
import { openResponseUrls } from './delivery/response-urls.ts';
import { RunRecord } from './delivery/run.ts';
import { openSocketMode, type SocketMode } from './delivery/socket-mode.ts';
import type { Acts, LoopbackSlack, Sights, Weather } from './loopback-slack.ts';
import type { LoopbackSlackOptions } from './options.ts';
import { type Doors, openServer } from './server.ts';
import { openWorkspace, type Workspace } from './workspace/workspace.ts';

/** Opens a Slack on 127.0.0.1, at a port that is free. */
export const openLoopbackSlack = async (options: LoopbackSlackOptions = {}): Promise<LoopbackSlack> => {
  let stalledMs = 0;
  let http: ReturnType<typeof openHttpTransport> | null = null;
  const server = await openServer((): Doors => doors);
  const workspace = openWorkspace(options, () => server.origin);
  const socketMode = openSocketMode(workspace);
  const responseUrls = openResponseUrls(workspace);
  const doors: Doors = { workspace, responseUrls, socketMode, stallMs: () => stalledMs };
  const stage: Stage = { workspace, responseUrls, transport: () => http ?? socketMode };
  const weather = weatherOf(stage, socketMode, {
    stall: (ms) => {
      stalledMs = ms;
    },
    postTo: (address) => {
      http = address === null ? null : openHttpTransport(workspace, address);
    },
    send: (request = {}) => {
      if (http === null) throw new Error('nowhere to send to before postTo');
      return sendRequest(workspace, http.url, request);
    },
  });
  const { scopes: _, ...identity } = workspace.identity;
  const rest = {
    ...identity,
    ...actsOf(stage),
    ...weather,
    apiUrl: `${server.origin}/api/`,
    close: closing(workspace, socketMode, server.close),
  };
  // what is seen is looked at anew each time, so its getters must live on
  return Object.freeze(
    Object.defineProperties(rest, Object.getOwnPropertyDescriptors(sightsOf(workspace, socketMode))),
  ) as LoopbackSlack;
};

const actsOf = (stage: Stage): Acts => ({
  command: (spoken) => giveCommand(stage, spoken),
  mention: (spoken) => mention(stage, spoken),
  directMessage: (spoken) => writeDirectly(stage, spoken),
  say: (spoken) => say(stage, spoken),
  press: (seen, actionId, choosing) => press(stage, seen, actionId, choosing),
  shortcut: (taken) => takeShortcut(stage, taken),
  submitModal: (view, filled, by) => submitModal(stage, view, filled, by),
  openHome: (by) => openHome(stage, by),
});

type Switches = Pick<Weather, 'stall' | 'postTo' | 'send'>;

const weatherOf = ({ workspace, transport }: Stage, socketMode: SocketMode, switches: Switches): Weather => ({
  ...switches,
  deliverAgain: (run, { retryNum = 1, reason = usualReason } = {}) => {
    if (!(run instanceof RunRecord)) throw new Error('not a run of this Slack');
    return deliverAgain(workspace, transport(), run, { retryNum, reason });
  },
  rateLimitNext: ({ method, retryAfterSeconds = 1, times = 1 } = {}) =>
    workspace.faults.plan(method ?? null, { kind: 'rate-limit', retryAfterSeconds }, times),
  failNext: ({ method, times = 1, ...failure }) =>
    workspace.faults.plan(method, 'error' in failure ? { kind: 'error', ...failure } : { kind: 'status', ...failure }, times),
  ignoreNext: ({ method, times = 1 }) => workspace.faults.plan(method, { kind: 'silence' }, times),
  refreshSockets: (reason = 'refresh_requested') => socketMode.refresh(reason),
  dropSockets: socketMode.drop,
});

const sightsOf = (workspace: Workspace, socketMode: SocketMode): Sights => {
  const { journal, people, messages, views, files } = workspace;
  const all = () => messages.entries().map(({ message }) => message);
  return {
    violations: journal.violations,
    pings: journal.pings,
    calls: journal.calls,
    people: people.persons,
    get channels() {
      return people.channels();
    },
    directChannel: (user) => people.direct(personOf(workspace, user)).id,
    messages: (channel) => {
      const { id } = placeOf(workspace, channel);
      return all().filter((message) => message.channel === id && message.ephemeralTo === null);
    },
    get ephemerals() {
      return all().filter(({ ephemeralTo }) => ephemeralTo !== null);
    },
    get views() {
      return views.all();
    },
    get files() {
      return files.all();
    },
    get connections() {
      return socketMode.connections();
    },
    connected: (count = 1) => untilConnected(socketMode, count),
  };
};

const untilConnected = ({ connections, watch }: SocketMode, count: number): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (connections() < count) return;
      unwatch();
      resolve();
    };
    const unwatch = watch(look);
    look();
  });

const closing = (workspace: Workspace, socketMode: SocketMode, shut: () => Promise<void>) => async (): Promise<void> => {
  workspace.close();
  socketMode.close();
  await shut();
};
