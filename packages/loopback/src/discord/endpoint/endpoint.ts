import { InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import { createInteraction } from '../interactions/create.ts';
import { firstResponseMs, type Interaction } from '../interactions/interaction.ts';
import { respond } from '../interactions/respond.ts';
import { fieldsOf } from '../json.ts';
import type { Judge } from '../judge/open-api-judge.ts';
import { placeOf } from '../people/place.ts';
import { readBody } from '../rest/read-body.ts';
import type { Breach } from '../rules/breach.ts';
import { Refusal } from '../rules/refusal.ts';
import type { World } from '../world.ts';
import { createSigner, type Signer } from './key-pair.ts';
import { type Posted, post } from './post.ts';

/** How a request is signed: rightly, wrongly, not at all, or rightly with a time long gone. */
export type Signature = 'good' | 'forged' | 'unsigned' | 'stale';

/** How old a stale request is. **Unit** seconds. */
const staleSeconds = 600;

const unanswered: Breach = { rule: 'late-response', detail: `the endpoint did not answer within ${firstResponseMs} ms` };

const callback = '/interactions/{interaction_id}/{interaction_token}/callback';

/** An application's endpoint for interactions over HTTP: signed requests to it, and its answers held to the same rules. */
export class Endpoint {
  url: string | null = null;
  readonly signer: Signer = createSigner();
  readonly #world: World;
  readonly #judge: Judge | null;
  readonly #ending = new AbortController();
  readonly #underWay = new Set<Promise<void>>();

  constructor(world: World, judge: Judge | null) {
    this.#world = world;
    this.#judge = judge;
  }

  /** Takes an address as Discord does: after a PING that is answered and a forged one that is refused with 401. **Throws** otherwise. */
  async open(url: string): Promise<void> {
    const ping = await this.probe('good', url);
    const forged = await this.probe('forged', url);
    const isGood = ping.status === 200 && fieldsOf(ping.body)['type'] === InteractionResponseType.Pong;
    if (!isGood) throw new Error(`the endpoint answered PING with ${ping.status} and ${JSON.stringify(ping.body)}`);
    if (forged.status !== 401) throw new Error(`the endpoint answered a forged request with ${forged.status}, not with 401`);
    this.url = url;
  }

  /** Sends a PING, signed in one of four ways. Taking a forged or an unsigned one breaks a rule; Discord asks for no freshness. */
  async probe(signature: Signature, url: string | null = this.url): Promise<{ readonly status: number; readonly body: unknown }> {
    if (url === null) throw new Error('no endpoint is known');
    const interaction = createInteraction(this.#world, {
      type: InteractionType.Ping,
      name: null,
      data: null,
      place: placeOf(this.#world, {}),
    });
    const { status, bytes } = await this.#send(url, JSON.stringify(interaction.payload), signature);
    const isSecret = signature === 'forged' || signature === 'unsigned';
    if (isSecret && status !== 401)
      this.#world.record([{ rule: 'signature', detail: `an ${signature} request was answered with ${status}` }]);
    return { status, body: parsed(bytes) };
  }

  /** Posts an interaction; what comes back is the first response, unless it is 202, which promises one over the API. */
  deliver(interaction: Interaction): void {
    const { url } = this;
    if (url === null) return;
    const underWay = this.#deliver(url, interaction).finally(() => this.#underWay.delete(underWay));
    this.#underWay.add(underWay);
  }

  /** Ends what is under way. */
  async close(): Promise<void> {
    this.#ending.abort();
    await Promise.all(this.#underWay);
  }

  async #deliver(url: string, interaction: Interaction): Promise<void> {
    const late = new AbortController();
    const cancel = this.#world.waiting.after(firstResponseMs, () => late.abort());
    try {
      const signal = AbortSignal.any([this.#ending.signal, late.signal]);
      const posted = await this.#send(url, JSON.stringify(interaction.payload), 'good', signal);
      if (posted.status !== 202) await this.#take(interaction, posted);
    } catch (error) {
      if (this.#ending.signal.aborted) return;
      if (late.signal.aborted) return this.#world.record([unanswered], interaction);
      const failed = [{ rule: 'endpoint', detail: error instanceof Error ? error.message : String(error) }];
      this.#world.record(error instanceof Refusal ? error.breaches : failed, interaction);
    } finally {
      cancel();
      this.#world.waiting.changed();
    }
  }

  async #take(interaction: Interaction, { status, contentType, bytes }: Posted): Promise<void> {
    if (status !== 200) throw new Error(`the endpoint answered an interaction with ${status}`);
    const { json, files } = await readBody(bytes, contentType);
    respond(this.#world, interaction, { body: fieldsOf(json), files, judge: () => this.#judge?.('POST', callback, json) ?? [] });
  }

  #send(url: string, body: string, signature: Signature, signal = this.#ending.signal): Promise<Posted> {
    const seconds = Math.floor(this.#world.now() / 1000) - (signature === 'stale' ? staleSeconds : 0);
    const timestamp = String(seconds);
    const signed = this.signer.sign(timestamp, signature === 'forged' ? `${body} ` : body);
    const headers = signature === 'unsigned' ? {} : { 'x-signature-ed25519': signed, 'x-signature-timestamp': timestamp };
    return post(url, body, headers, signal);
  }
}

const parsed = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(String(bytes));
  } catch {
    return String(bytes);
  }
};
