import { plainText } from './plain-text.ts';

/** **Unit** characters: Discord's limit for the description of an attachment. */
const longest = 1024;

/** What a picture shows, in sentences: verdict, numbers, and the question that it answers, which gives way when there is no room. */
export const altText = (sentences: readonly string[], question: string): string => {
  const body = plainText(sentences.filter((sentence) => sentence !== '').join(' '));
  const source = plainText(`Question: ${question}.`);
  if (body.length + 1 + source.length <= longest) return `${body} ${source}`;
  return body.length <= longest
    ? body
    : `${[...body]
        .slice(0, longest / 2)
        .join('')
        .slice(0, longest - 1)}…`;
};
