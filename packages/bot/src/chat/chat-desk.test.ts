import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { noStore } from '../answers/answer-store.ts';
import { memoryStore } from '../answers/memory-store.ts';
import { openStudio, type Studio } from '../laboratory/studio.ts';
import { openThreadLaboratory } from '../laboratory/thread-laboratory.ts';
import type { Card } from './card.ts';
import { type ChatDesk, type ChatDeskOptions, openChatDesk } from './chat-desk.ts';
import type { Asking, Conversation, Notice, Reception, Ticket } from './conversation.ts';

const laboratory = openThreadLaboratory(2);
let studio: Studio;
beforeAll(() => {
  studio = openStudio(laboratory);
});
afterAll(async () => {
  await studio.close();
  await laboratory.close();
});

let problems: unknown[] = [];
beforeEach(() => {
  problems = [];
});

const openDesk = (about: Partial<ChatDeskOptions> = {}): ChatDesk =>
  openChatDesk({
    studio,
    answers: memoryStore(noStore),
    slots: 2,
    mostWaiting: 10,
    mostPerMinute: 100,
    mostAtOnce: 3,
    budgetMs: 30_000,
    isPaused: false,
    version: '0.0.0',
    contact: null,
    now: () => performance.now(),
    onError: (error) => problems.push(error),
    ...about,
  });

let events = 0;
const asking = (text: string, about: Partial<Asking> = {}): Asking => {
  events += 1;
  return { platform: 'test', event: String(events), asker: 'ada', text, ...about };
};

const ticketOf = (reception: Reception): Ticket => {
  if (reception.kind !== 'ticket') throw new Error(`no ticket but ${JSON.stringify(reception)}`);
  return reception.ticket;
};

const noticeOf = (reception: Reception): Notice => {
  if (reception.kind !== 'notice') throw new Error(`no notice but ${reception.kind}`);
  return reception.notice;
};

interface Heard extends Conversation {
  readonly lines: string[];
  readonly cards: Card[];
  readonly notices: Notice[];
}

const listen = (onLine: (line: string) => void = () => {}): Heard => {
  const heard = { lines: [] as string[], cards: [] as Card[], notices: [] as Notice[] };
  return {
    ...heard,
    theme: 'light',
    tell: (line) => {
      heard.lines.push(line);
      onLine(line);
    },
    answer: async (card) => void heard.cards.push(card),
    refuse: async (notice) => void heard.notices.push(notice),
  };
};

const small = 'depth=4 width=16 seeds=2 batch=8';

test('a question becomes a card: a sentence, facts, a picture with words for it, the whole question, and what to ask next', async () => {
  const heard = listen();
  expect(await ticketOf(openDesk().receive(asking(`${small} act=sigmoid`))).attend(heard)).toBe('answered');
  const [card] = heard.cards;
  expect(card?.headline).toMatch(/\.$/u);
  expect(card?.facts.length).toBeGreaterThan(0);
  expect(card?.query).toBe('depth=4 width=16 act=sigmoid batch=8 seeds=2 seed=0');
  expect(
    Buffer.from(card?.picture?.png ?? [])
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  expect(card?.picture?.alt.length).toBeGreaterThan(80);
  expect(card?.offers.map(({ name }) => name)).toEqual(['next', 'fix', 'compare', 'deeper', 'reseed']);
  expect(card?.offers.find(({ name }) => name === 'reseed')?.query).toContain('seed=2');
  expect(heard.lines).toContain('drawing');
  expect(problems).toEqual([]);
});

test.each([
  'act=sigmoid,tanh',
  'depth=2..6:3',
  'gain=0.5..2:3 bias=0..1:2 init=normal act=tanh',
  'train=3',
  'act=sigmoid vs act=relu',
])('%s: every kind of question has its card and its picture', async (text) => {
  const [first, ...others] = text.split(' vs ');
  const spelt = [`${first} width=16 seeds=2 batch=16`, ...others].join(' vs ');
  const heard = listen();
  expect(await ticketOf(openDesk().receive(asking(spelt))).attend(heard)).toBe('answered');
  expect(heard.cards[0]?.picture).not.toBeNull();
});

test('an answer that is known comes from what is kept, and says since when', async () => {
  const desk = openDesk();
  await ticketOf(desk.receive(asking(small))).attend(listen());
  const heard = listen();
  expect(await ticketOf(desk.receive(asking(small))).attend(heard)).toBe('kept');
  expect(heard.lines).toEqual([]);
  expect(heard.cards[0]?.footnote).toContain(new Date().toISOString().slice(0, 10));
});

test('an event that is delivered again is answered once', () => {
  const desk = openDesk();
  const once = asking(small);
  expect(desk.receive(once).kind).toBe('ticket');
  expect(desk.receive(once).kind).toBe('duplicate');
  expect(desk.receive({ ...once, platform: 'another' }).kind).toBe('ticket');
});

test('mistakes are told together, with a question that works, and cost nothing', () => {
  const desk = openDesk({ mostPerMinute: 1 });
  const notice = noticeOf(desk.receive(asking('depth=0 act=sigmod')));
  expect(notice.kind).toBe('mistake');
  expect(notice.text).toContain('sigmoid');
  expect(notice.text).toContain('depth');
  expect(desk.receive(asking(small)).kind).toBe('ticket');
});

test.each([
  ['', 'act=sigmoid'],
  ['help', 'act=sigmoid'],
  ['explain batchnorm', 'batch'],
  ['list act', 'relu'],
  [' About ', '100 questions a minute and 3 at once of one person, 30 seconds each'],
])('"%s" is answered in words that fit a message', (text, word) => {
  const notice = noticeOf(openDesk().receive(asking(text)));
  expect(notice.kind).toBe('words');
  expect(notice.text).toContain(word);
  expect(notice.text.length).toBeLessThan(3800);
});

test.each([
  'x'.repeat(1_000_000),
  '@everyone',
  '<!channel>',
  '```',
  '\u0000\u202e',
  'depth=1e999',
  'act='.repeat(2000),
  '__proto__=1',
])('strange text %# gets a short and polite answer', (text) => {
  const notice = noticeOf(openDesk().receive(asking(text)));
  expect(notice.text.length).toBeLessThan(4000);
  expect(notice.text).not.toMatch(/\bat .*\.(?:ts|js):/u);
});

test('who asks too often or too much is told when to come back, and others are not affected', () => {
  let now = 0;
  const desk = openDesk({ mostPerMinute: 2, mostAtOnce: 9, now: () => now });
  expect(desk.receive(asking(small)).kind).toBe('ticket');
  now = 20_000;
  expect(desk.receive(asking(small)).kind).toBe('ticket');
  expect(noticeOf(desk.receive(asking(small))).text).toBe('That is more than 2 questions a minute. Try again in 40 seconds.');
  expect(desk.receive(asking(small, { asker: 'grace' })).kind).toBe('ticket');
  now = 60_001;
  expect(desk.receive(asking(small)).kind).toBe('ticket');
});

test('a queue that is full refuses, and a paused bot says so', async () => {
  const desk = openDesk({ slots: 1, mostWaiting: 1, mostAtOnce: 1 });
  const attending = ['ada', 'grace'].map((asker) =>
    ticketOf(desk.receive(asking(`${small} seed=9`, { asker }))).attend(listen()),
  );
  expect(noticeOf(desk.receive(asking(small, { asker: 'ada' }))).text).toContain('1 question under way');
  expect(noticeOf(desk.receive(asking(small, { asker: 'alan' }))).text).toContain('1 question waits');
  await Promise.all(attending);
  expect(desk.receive(asking(small, { asker: 'alan' })).kind).toBe('ticket');
  expect(noticeOf(openDesk({ isPaused: true }).receive(asking(small))).text).toContain('paused');
});

test('who waits is told the place in line; who cancels is answered at once, waiting or running; nobody else may', async () => {
  const desk = openDesk({ slots: 1 });
  const long = 'depth=40 width=256 seeds=8 train=100';
  const first = ticketOf(desk.receive(asking(long)));
  let begun = (): void => {};
  const running = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const heardFirst = listen((line) => {
    if (line.startsWith('loading') || line.startsWith('measuring') || line.startsWith('training')) begun();
  });
  const ending = first.attend(heardFirst);
  const second = ticketOf(desk.receive(asking(small, { asker: 'grace' })));
  const heardSecond = listen();
  const endingSecond = second.attend(heardSecond);
  await running;
  expect(heardSecond.lines).toContain('queued, next in line');
  expect(desk.cancel(second.id, { platform: 'test', asker: 'ada', isModerator: false })).toBe('not yours');
  expect(desk.cancel(second.id, { platform: 'test', asker: 'grace', isModerator: false })).toBe('cancelled');
  expect(await endingSecond).toBe('cancelled');
  expect(desk.cancel(first.id, { platform: 'test', asker: 'root', isModerator: true })).toBe('cancelled');
  expect(await ending).toBe('cancelled');
  expect(heardFirst.notices[0]?.tries).toEqual([first.query]);
  expect(desk.cancel(first.id, { platform: 'test', asker: 'ada', isModerator: false })).toBe('gone');
  expect([desk.waiting, desk.running]).toEqual([0, 0]);
});

test('a ticket that nobody attends to is given back', () => {
  const desk = openDesk({ mostAtOnce: 1 });
  const ticket = ticketOf(desk.receive(asking(small)));
  expect(desk.receive(asking(small)).kind).toBe('notice');
  ticket.drop();
  expect(desk.receive(asking(small)).kind).toBe('ticket');
});

test('a desk that closes takes nothing on, and ends what does not end by itself', async () => {
  const desk = openDesk();
  const heard = listen();
  const ending = ticketOf(desk.receive(asking('depth=40 width=256 seeds=8 train=100'))).attend(heard);
  await desk.close(50);
  expect(await ending).toBe('cancelled');
  expect(heard.notices[0]?.text).toContain('restarted');
  expect(noticeOf(desk.receive(asking(small))).text).toContain('restarted');
});

test('a platform that fails loses no more than its message, and the failure is told to the log', async () => {
  const heard = listen();
  const failing: Conversation = { ...heard, answer: () => Promise.reject(new Error('platform is down')) };
  expect(await ticketOf(openDesk().receive(asking(small))).attend(failing)).toBe('failed');
  expect(problems).toEqual([expect.objectContaining({ message: 'platform is down' })]);
  expect(heard.notices[0]?.text).not.toContain('platform is down');
});

test('an event that another process attends to is left to it, and nothing is said', async () => {
  const claimed: string[] = [];
  const claim = async (event: string): Promise<boolean> => {
    claimed.push(event);
    return false;
  };
  const heard = listen();
  const desk = openDesk({ claim });
  expect(await ticketOf(desk.receive(asking(small, { event: 'e1' }))).attend(heard)).toBe('duplicate');
  expect(claimed).toEqual(['test e1']);
  expect([heard.lines, heard.cards, heard.notices]).toEqual([[], [], []]);
});

test('what all processes together refuse is told to the asker, after the event was claimed', async () => {
  const admitted: string[] = [];
  const admit = async (asker: string): Promise<string | null> => {
    admitted.push(asker);
    return 'That is more than 3 questions a minute. Try again in 5 seconds.';
  };
  const heard = listen();
  expect(await ticketOf(openDesk({ admit, claim: async () => true }).receive(asking(small))).attend(heard)).toBe('refused');
  expect(admitted).toEqual(['test ada']);
  expect(heard.notices[0]).toMatchObject({ kind: 'refused', text: expect.stringMatching(/Try again in 5 seconds/u) });
  expect(problems).toEqual([]);
});

test('what a queue says for people is told to them', async () => {
  const sentence = 'The queue of the laboratory cannot be reached at the moment. Try again in a minute.';
  const away: Studio = {
    ...studio,
    answer: async () => {
      throw Object.assign(new Error(sentence), { name: 'QueueError' });
    },
  };
  const heard = listen();
  expect(await ticketOf(openDesk({ studio: away }).receive(asking(small))).attend(heard)).toBe('failed');
  expect(heard.notices[0]?.text).toBe(sentence);
});
