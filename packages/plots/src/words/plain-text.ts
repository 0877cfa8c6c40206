/** A text that XML can hold: control characters, lone surrogates and noncharacters become a replacement sign. */
export const plainText = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Surrogate}\ufffe\uffff]/gu, '\ufffd');
