/** A JSON object whose fields nobody has checked yet. */
export type Body = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields. */
export const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list; none where there is no list. */
export const bodiesOf = (value: unknown): readonly Body[] => (Array.isArray(value) ? value.filter(isBody) : []);

/** A field's text, or null where it holds none. */
export const textOf = (body: Body, field: string): string | null => {
  const value = body[field];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** Whether a field says yes, as JSON or as a form says it. */
export const isYes = (value: unknown): boolean => value === true || value === 'true' || value === '1' || value === 1;

/** What a JSON text holds, or undefined where it is none. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return;
  }
};
