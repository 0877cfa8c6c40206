import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import typescript from 'highlight.js/lib/languages/typescript';
import { Marked } from 'marked';
import { markedHighlight } from 'marked-highlight';
import markedKatex from 'marked-katex-extension';

hljs.registerLanguage('ts', typescript);
hljs.registerLanguage('sh', bash);

/** Code in colours; as it is where its language is not known. */
export const highlight = (code: string, language: string): string =>
  hljs.getLanguage(language) === undefined ? escapeHtml(code) : hljs.highlight(code, { language }).value;

export const escapeHtml = (text: string): string =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');

const marked = new Marked(
  // MathML is drawn by browsers themselves: no style, no fonts
  markedKatex({ output: 'mathml', throwOnError: true, nonStandard: true }),
  markedHighlight({ highlight: (code, language) => highlight(code, language) }),
);

/** Text with formulas as HTML; notebooks that it points at become pages. **Throws** Error where a formula is none. */
export const renderMarkdown = (text: string): string =>
  String(marked.parse(text, { async: false })).replace(/href="(?<name>[\w-]+)\.ipynb"/gu, 'href="$<name>.html"');
