import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '../../chat/card.ts';
import { type ChatDesk, openChatDesk } from '../../chat/chat-desk.ts';
import type { Outcome } from '../../chat/conversation.ts';
import { type QueueWorkers, queueWorkers, testTempo } from '../../fixtures/queue-workers.ts';
import { hasRedis, needsRedis, type RedisServer, startRedis } from '../../fixtures/redis-server.ts';
import { waitFor } from '../../fixtures/waited.ts';
import { type OpenQueue, openQueue } from './open-queue.ts';

const small = 'depth=4 width=16 act=tanh seeds=2 batch=8 engine=wasm';

describe.skipIf(!hasRedis)(`two bots that share a queue${needsRedis}`, () => {
  let server: RedisServer;
  let queues: readonly OpenQueue[] = [];
  let desks: readonly ChatDesk[] = [];
  let workers: QueueWorkers;
  let cards: Card[] = [];
  let problems: unknown[] = [];
  beforeEach(async () => {
    [cards, problems] = [[], []];
    server = await startRedis();
    workers = queueWorkers(server.url);
    const limits = { questionsPerMinute: 3, queue: 10, budgetMs: 60_000 };
    const open = (): OpenQueue => openQueue({ redisUrl: server.url, limits }, (problem) => problems.push(problem), testTempo);
    queues = [open(), open()];
    await waitFor(async () => (await Promise.all(queues.map(({ isReachable }) => isReachable()))).every(Boolean));
    desks = queues.map((queue) =>
      openChatDesk({
        ...queue,
        ...limits,
        mostWaiting: 10,
        mostPerMinute: 100,
        mostAtOnce: 10,
        isPaused: false,
        version: '0.0.0',
        contact: null,
        now: () => performance.now(),
        onError: (error) => problems.push(error),
      }),
    );
  });
  afterEach(async () => {
    await workers.killAll();
    await Promise.all(desks.map((desk) => desk.close(0)));
    await Promise.all(queues.map((queue) => queue.close()));
    await server.kill();
    expect(problems).toEqual([]);
  });

  const ask = async (desk: ChatDesk | undefined, event: string, text = small): Promise<Outcome> => {
    const reception = desk?.receive({ platform: 'slack', event, asker: 'ada', text });
    if (reception?.kind !== 'ticket') throw new Error(`no ticket but ${JSON.stringify(reception)}`);
    return reception.ticket.attend({
      theme: 'light',
      tell: () => {},
      answer: async (card) => void cards.push(card),
      refuse: async () => {},
    });
  };

  test('an event that reaches both is answered once; the answer is kept for both', async () => {
    await workers.start();
    expect((await Promise.all(desks.map((desk) => ask(desk, 'Ev1')))).sort()).toEqual(['answered', 'duplicate']);
    const [one, other] = desks;
    expect([await ask(one, 'Ev2'), await ask(other, 'Ev3')]).toEqual(['kept', 'kept']);
    expect(new Set(cards.map(({ headline }) => headline)).size).toBe(1);
    expect(cards.every(({ picture }) => picture !== null)).toBe(true);
    // three questions a minute, wherever they are asked
    expect([await ask(one, 'Ev4'), await ask(other, 'Ev5')]).toEqual(['refused', 'refused']);
  });

  test('a desk that closes takes its questions out of the line', async () => {
    const [one, other] = desks;
    const asked = ask(one, 'Ev1');
    await waitFor(async () => (await queues[1]?.studio.countWaiting()) === 1);
    await one?.close(0);
    expect(await asked).toBe('cancelled');
    await waitFor(async () => (await queues[1]?.studio.countWaiting()) === 0);
    expect(other?.waiting).toBe(0);
  });
});
