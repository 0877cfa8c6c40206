import { type SeenMessage, seenMessage } from '../messages/seen-message.ts';
import type { StoredMessage } from '../messages/stored-message.ts';
import type { Breach } from '../rules/breach.ts';
import type { World } from '../world.ts';
import type { Acknowledgement, Interaction, OfferedChoice } from './interaction.ts';

/** How long a test waits unless it says otherwise. **Unit** milliseconds. */
const patienceMs = 10_000;

/** An interaction as a test sees it. */
export interface InteractionHandle {
  readonly id: string;
  /** The first response, as soon as there is one. **Throws** after `timeoutMs`. */
  readonly acknowledged: (timeoutMs?: number) => Promise<Acknowledgement>;
  readonly isAcknowledged: boolean;
  /** `@original`, as soon as it has stopped loading. **Throws** after `timeoutMs`. */
  readonly message: (timeoutMs?: number) => Promise<SeenMessage>;
  /** `@original`, as soon as it is as wanted. **Throws** after `timeoutMs`. */
  readonly messageMatching: (isWanted: (message: SeenMessage) => boolean, timeoutMs?: number) => Promise<SeenMessage>;
  /** `@original` as it is now, loading or deleted or not; null before there is one. */
  readonly current: SeenMessage | null;
  readonly followUps: readonly SeenMessage[];
  /** The first `count` follow-ups, as soon as there are as many. **Throws** after `timeoutMs`. */
  readonly followUpsReached: (count: number, timeoutMs?: number) => Promise<readonly SeenMessage[]>;
  /** The choices that an autocompletion offered. */
  readonly choices: (timeoutMs?: number) => Promise<readonly OfferedChoice[]>;
  /** The modal that opened, as it was sent. */
  readonly modal: (timeoutMs?: number) => Promise<Readonly<Record<string, unknown>>>;
  readonly violations: readonly Breach[];
}

const interactions = new WeakMap<InteractionHandle, Interaction>();

/** The interaction behind a handle. */
export const interactionOf = (handle: InteractionHandle): Interaction => {
  const interaction = interactions.get(handle);
  if (interaction === undefined) throw new TypeError('this handle belongs to no interaction of the server');
  return interaction;
};

/** A test's view of an interaction. */
export const handleOf = (world: World, interaction: Interaction): InteractionHandle => {
  const stored = (): StoredMessage | undefined =>
    interaction.originalId === null ? undefined : world.messages.get(interaction.originalId);
  const seen = (): SeenMessage | undefined => {
    const message = stored();
    return message === undefined ? undefined : seenMessage(world, message);
  };
  const wait = <Found>(look: () => Found | undefined, timeoutMs: number, what: string): Promise<Found> =>
    world.waiting.until(look, timeoutMs, () => `${what}; ${stateOf(interaction)}`);
  const messageMatching: InteractionHandle['messageMatching'] = (isWanted, timeoutMs = patienceMs) =>
    wait(
      () => {
        const message = seen();
        return message !== undefined && isWanted(message) ? message : undefined;
      },
      timeoutMs,
      'a message',
    );
  const followUps = (): readonly SeenMessage[] =>
    interaction.followUpIds.flatMap((id) => {
      const message = world.messages.get(id);
      return message === undefined ? [] : [seenMessage(world, message)];
    });
  const handle: InteractionHandle = {
    id: interaction.id,
    acknowledged: (timeoutMs = patienceMs) => wait(() => interaction.acknowledgement ?? undefined, timeoutMs, 'a first response'),
    get isAcknowledged() {
      return interaction.acknowledgement !== null;
    },
    message: (timeoutMs) => messageMatching((message) => !message.isLoading, timeoutMs),
    messageMatching,
    get current() {
      return seen() ?? null;
    },
    get followUps() {
      return followUps();
    },
    followUpsReached: (count, timeoutMs = patienceMs) =>
      wait(() => (interaction.followUpIds.length >= count ? followUps() : undefined), timeoutMs, `${count} follow-ups`),
    choices: (timeoutMs = patienceMs) => wait(() => interaction.choices ?? undefined, timeoutMs, 'choices'),
    modal: (timeoutMs = patienceMs) => wait(() => interaction.modal ?? undefined, timeoutMs, 'a modal'),
    violations: interaction.violations,
  };
  interactions.set(handle, interaction);
  return handle;
};

const stateOf = ({ acknowledgement, violations }: Interaction): string => {
  const first =
    acknowledgement === null ? 'there was no first response' : `the first response was of type ${acknowledgement.type}`;
  const broken = violations.map(({ rule, detail }) => `${rule} (${detail})`).join(', ');
  return broken === '' ? first : `${first}; broken rules: ${broken}`;
};
