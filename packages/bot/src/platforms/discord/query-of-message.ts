import type { APIMessage } from 'discord.js';

/** The question in a message of ours: what stands in its first block of code. Empty where there is none. */
export const queryOfMessage = ({ components }: Pick<APIMessage, 'components'>): string => {
  const texts = textsIn(components ?? []);
  const [, query = ''] = /```\n([^\n]*)\n```/u.exec(texts.join('\n')) ?? [];
  return query;
};

/** Every text display, however deep it stands. */
const textsIn = (components: readonly unknown[]): readonly string[] =>
  components.flatMap((component): readonly string[] => {
    if (typeof component !== 'object' || component === null) return [];
    if ('content' in component && typeof component.content === 'string') return [component.content];
    return 'components' in component && Array.isArray(component.components) ? textsIn(component.components) : [];
  });
