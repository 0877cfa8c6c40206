import { at, readJson, textAt } from './untrusted.ts';

/** Where something was asked, and where it is answered. */
export interface Place {
  /** Null in the home tab, which is nowhere. */
  readonly channel: string | null;
  /** The first message of the thread that it is in; null outside of threads. */
  readonly thread: string | null;
  /** The message below which a thread is to begin; null where the answer is no reply. */
  readonly below: string | null;
  readonly responseUrl: string | null;
  /** Whether it is the bot's own conversation with the asker, where nobody else listens. */
  readonly isDirect: boolean;
}

/** A place that a form remembers, and whether its answer is for its asker alone. */
export interface Remembered {
  readonly place: Place;
  readonly isPrivate: boolean;
}

const version = 1;

/** A place as a form carries it. */
export const writePlace = ({ place: { channel, thread, responseUrl }, isPrivate }: Remembered): string =>
  JSON.stringify({ v: version, channel, thread, responseUrl, isPrivate });

/** Reads what a form carries, which comes from somebody's client; without any trust in it there is nowhere but their direct messages. */
export const readPlace = (metadata: string, isResponseUrl: (address: string) => boolean): Remembered => {
  const carried = readJson(metadata);
  const channel = matching(textAt(carried, 'channel'), /^[CDG][A-Z0-9]{2,20}$/u);
  if (at(carried, 'v') !== version || channel === null) return { place: nowhere, isPrivate: true };
  const address = textAt(carried, 'responseUrl');
  return {
    place: {
      channel,
      thread: matching(textAt(carried, 'thread'), /^\d{1,12}\.\d{1,8}$/u),
      below: null,
      responseUrl: address !== null && isResponseUrl(address) ? address : null,
      isDirect: false,
    },
    isPrivate: at(carried, 'isPrivate') === true,
  };
};

/** No place at all: answers go to direct messages. */
export const nowhere: Place = { channel: null, thread: null, below: null, responseUrl: null, isDirect: false };

const matching = (text: string | null, form: RegExp): string | null => (text !== null && form.test(text) ? text : null);
