import { ComponentType } from 'discord-api-types/v10';
import { type Fields, fieldsOf, isAbsent, listOf, numberOf } from '../json.ts';

/** The type of a component, 0 where it has none. */
export const typeOf = (component: Fields): number => numberOf(component['type']);

/** A component's children, wherever its type keeps them. */
export const childrenOf = (component: Fields): readonly Fields[] => [
  ...listOf(component['components']).map(fieldsOf),
  ...[component['accessory'], component['component']].filter((child) => !isAbsent(child)).map(fieldsOf),
];

/** All components, each followed by those inside it. */
export const flatten = (components: readonly unknown[]): readonly Fields[] =>
  components.map(fieldsOf).flatMap((component) => [component, ...flatten(childrenOf(component))]);

/** The five kinds of select menu. */
export const selectTypes: ReadonlySet<number> = new Set<number>([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

/** What may stand in a message only beside the flag of Components V2. */
export const secondVersionTypes: ReadonlySet<number> = new Set<number>([
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.Thumbnail,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
  ComponentType.Container,
]);
