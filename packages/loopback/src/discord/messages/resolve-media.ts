import { type Fields, fieldsOf, textOf } from '../json.ts';
import type { StoredFile } from './stored-message.ts';

const scheme = 'attachment://';

/** A copy in which every `attachment://name` became the address of that file, as Discord sends it back. */
export const resolveMedia = (value: unknown, files: readonly StoredFile[]): unknown => {
  if (Array.isArray(value)) return value.map((item) => resolveMedia(item, files));
  if (typeof value !== 'object' || value === null) return value;
  const fields = fieldsOf(value);
  const file = files.find(({ filename }) => textOf(fields['url']) === scheme + filename);
  const inside = Object.fromEntries(Object.entries(fields).map(([key, item]) => [key, resolveMedia(item, files)]));
  return file === undefined ? inside : { ...inside, ...mediaOf(file) };
};

const mediaOf = ({ id, url, size, contentType }: StoredFile): Fields => ({
  url,
  proxy_url: url,
  width: size?.width ?? null,
  height: size?.height ?? null,
  content_type: contentType,
  attachment_id: id,
});

/** A copy in which every component without an id has one, counted in reading order as Discord does. */
export const numberComponents = (components: readonly unknown[]): readonly unknown[] => {
  let last = 0;
  const number = (value: unknown): unknown => {
    const component = fieldsOf(value);
    last += 1;
    const id = component['id'] ?? last;
    const numbered: Record<string, unknown> = { ...component, id };
    if (Array.isArray(component['components'])) numbered['components'] = component['components'].map(number);
    if (component['accessory'] !== undefined) numbered['accessory'] = number(component['accessory']);
    return numbered;
  };
  return components.map(number);
};
