import { type Body, isBody } from '../body.ts';

/** Where blocks are to stand, and what that place can show. */
export interface Scene {
  readonly surface: 'message' | 'modal' | 'home';
  readonly isEphemeral: boolean;
  /** Whether this workspace has `data_visualization` blocks yet: Slack rolls them out by and by. */
  readonly allowsCharts: boolean;
  /** Why an uploaded file cannot be shown as an image, or null where it can. */
  readonly imageProblem: (reference: Body) => string | null;
}

/** Says what is wrong with a value: nothing where all is well. `where` is its JSON pointer. */
export type Check = (value: unknown, where: string, scene: Scene) => readonly string[];

/** A problem as Slack words it in `response_metadata.messages`. */
export const problem = (what: string, where: string): string => `[ERROR] ${what} [json-pointer:${where}]`;

/** Text of a bounded number of characters. */
export const words =
  (most: number, least = 1): Check =>
  (value, where) => {
    if (typeof value !== 'string') return [problem('must be a string', where)];
    if (value.length < least) return [problem(`must be more than ${least - 1} characters`, where)];
    return value.length > most ? [problem(`must be less than ${most + 1} characters`, where)] : [];
  };

/** Yes or no. */
export const flag: Check = (value, where) => (typeof value === 'boolean' ? [] : [problem('must be a boolean', where)]);

/** A finite number. */
export const finite: Check = (value, where) => (Number.isFinite(value) ? [] : [problem('must be a number', where)]);

/** A whole number within bounds. */
export const whole =
  (least: number, most: number): Check =>
  (value, where) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
      ? []
      : [problem(`must be a whole number from ${least} to ${most}`, where)];

/** One of a few words. */
export const oneOf =
  (...allowed: readonly string[]): Check =>
  (value, where) =>
    allowed.some((word) => word === value) ? [] : [problem(`must be one of ${allowed.join(', ')}`, where)];

/** A list of a bounded length. */
export const listOf =
  (check: Check, { least = 1, most }: { readonly least?: number; readonly most: number }): Check =>
  (value, where, scene) => {
    if (!Array.isArray(value)) return [problem('must be an array', where)];
    if (value.length < least) return [problem(`no less than ${least} items allowed`, where)];
    if (value.length > most) return [problem(`no more than ${most} items allowed`, where)];
    return value.flatMap((item, index) => check(item, `${where}/${index}`, scene));
  };

/** The fields of an object, each with its check. */
export type Fields = Readonly<Record<string, Check>>;

/** An object with these fields and no others; `type` is read elsewhere. */
export const recordOf =
  (required: Fields, optional: Fields = {}): Check =>
  (value, where, scene) => {
    if (!isBody(value)) return [problem('must be an object', where)];
    const missing = Object.keys(required).filter((name) => value[name] === undefined);
    const given = Object.entries(value).filter(([name, field]) => name !== 'type' && field !== undefined);
    return [
      ...missing.map((name) => problem(`missing required field: ${name}`, where)),
      ...given.flatMap(([name, field]) => {
        const check = fieldOf(required, name) ?? fieldOf(optional, name);
        return check?.(field, `${where}/${name}`, scene) ?? [problem(`invalid additional property: ${name}`, where)];
      }),
    ];
  };

/** An object of one of these types, which its `type` names. */
export const byType =
  (shelf: Fields): Check =>
  (value, where, scene) => {
    const type = isBody(value) ? value['type'] : undefined;
    const check = typeof type === 'string' ? fieldOf(shelf, type) : undefined;
    return check?.(value, where, scene) ?? [problem(`unsupported type: ${String(type)}`, `${where}/type`)];
  };

/** All that these checks say. */
export const allOf =
  (...checks: readonly Check[]): Check =>
  (value, where, scene) =>
    checks.flatMap((check) => check(value, where, scene));

/** One more rule about an object as a whole. */
export const also =
  (holds: (body: Body, scene: Scene) => boolean, what: string): Check =>
  (value, where, scene) =>
    !isBody(value) || holds(value, scene) ? [] : [problem(what, where)];

const fieldOf = (shelf: Fields, name: string): Check | undefined => (Object.hasOwn(shelf, name) ? shelf[name] : undefined);
