/** What a flag of the environment says; null where it is neither of the two. */
export const onOrOff = (value: string): boolean | null => {
  if (/^(?:1|true|yes|on)$/iu.test(value)) return true;
  return /^(?:0|false|no|off)$/iu.test(value) ? false : null;
};
