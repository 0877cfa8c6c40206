import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import { fieldsOf, lengthOf, listOf, textOf } from '../json.ts';
import { type Breach, breachIf } from './breach.ts';
import { componentBreaches } from './component-rules.ts';
import { flatten, secondVersionTypes, typeOf } from './components.ts';
import { embedBreaches } from './embed-rules.ts';

/** A message as it would stand after a request. */
export interface Draft {
  readonly content: string;
  readonly embeds: readonly unknown[];
  readonly components: readonly unknown[];
  readonly attachments: readonly { readonly id: string; readonly filename: string; readonly url: string }[];
  readonly flags: number;
}

/** Where a message breaks Discord's rules. */
export const messageBreaches = (draft: Draft): readonly Breach[] => [
  ...breachIf(
    lengthOf(draft.content) > 2000,
    'content-length',
    `content has ${lengthOf(draft.content)} characters, at most 2000`,
  ),
  ...embedBreaches(draft.embeds),
  ...componentBreaches(draft.components),
  ...((draft.flags & MessageFlags.IsComponentsV2) !== 0 ? secondVersionBreaches(draft) : firstVersionBreaches(draft)),
  ...emptyBreaches(draft),
];

const emptyBreaches = ({ content, embeds, components, attachments }: Draft): readonly Breach[] =>
  breachIf(
    content.trim() === '' && embeds.length + components.length + attachments.length === 0,
    'empty-message',
    'a message says and shows nothing',
  );

const firstVersionBreaches = ({ components }: Draft): readonly Breach[] => [
  ...breachIf(components.length > 5, 'row-count', `${components.length} action rows, at most 5`),
  ...flatten(components)
    .map(typeOf)
    .flatMap((type) =>
      breachIf(secondVersionTypes.has(type), 'components-v2-flag', `a component of type ${type} needs the flag of Components V2`),
    ),
];

const secondVersionBreaches = ({ content, embeds, components, attachments }: Draft): readonly Breach[] => {
  const all = flatten(components);
  const texts = all.filter((component) => typeOf(component) === ComponentType.TextDisplay);
  const characters = texts.reduce((sum, text) => sum + lengthOf(text['content']), 0);
  const named = namedIn(components);
  const names = new Set(attachments.map(({ filename }) => filename));
  return [
    ...breachIf(content !== '' || embeds.length > 0, 'components-v2-alone', 'Components V2 stand beside content or embeds'),
    ...breachIf(all.length > 40, 'components-v2-count', `${all.length} components, at most 40`),
    ...breachIf(characters > 4000, 'components-v2-text', `${characters} characters over all text displays, at most 4000`),
    ...breachIf(
      texts.some((text) => lengthOf(text['content']) === 0),
      'components-v2-text-empty',
      'a text display is empty',
    ),
    ...named.flatMap((name) =>
      breachIf(!names.has(name), 'attachment-reference', `no attachment is named ${JSON.stringify(name)}`),
    ),
  ];
};

/**
 * What Discord takes, and nobody means: beside Components V2 an attachment that no component names is invisible, and an embed whose
 * picture names no attachment has none.
 */
export const oversights = ({ components, embeds, attachments, flags }: Draft): readonly Breach[] => {
  const [urls, named] = [urlsIn(components), namedIn(components)];
  const hidden = (flags & MessageFlags.IsComponentsV2) === 0 ? [] : attachments;
  const pictures = embeds
    .map(fieldsOf)
    .flatMap(({ image, thumbnail }) => [image, thumbnail])
    .map((picture) => textOf(fieldsOf(picture)['url']))
    .filter((url) => url.startsWith(scheme));
  return [
    ...hidden.flatMap(({ filename, url }) =>
      breachIf(
        !named.includes(filename) && !urls.includes(url),
        'attachment-not-shown',
        `no component shows the attachment ${filename}`,
      ),
    ),
    ...pictures.flatMap((url) =>
      breachIf(
        !attachments.some(({ filename }) => url === scheme + filename),
        'embed-picture-missing',
        `no attachment is at ${url}`,
      ),
    ),
  ];
};

const scheme = 'attachment://';

const namedIn = (components: readonly unknown[]): readonly string[] =>
  urlsIn(components)
    .filter((url) => url.startsWith(scheme))
    .map((url) => url.slice(scheme.length));

/** All that components name by address, in galleries, thumbnails and files. */
const urlsIn = (components: readonly unknown[]): readonly string[] =>
  flatten(components)
    .flatMap((component) => [component, ...listOf(component['items']).map(fieldsOf)])
    .flatMap(({ media, file }) => [fieldsOf(media)['url'], fieldsOf(file)['url']])
    .filter((url) => typeof url === 'string');
