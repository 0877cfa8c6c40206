import type { Report } from '@vanish/core';
import type { Plot } from '../plots/plot.ts';
import { plainText } from './plain-text.ts';
import { provenance } from './provenance.ts';

/** **Unit** characters: Discord's limit for the description of an attachment. */
const longest = 1024;

/** What a picture shows, in sentences: verdict, numbers, question. The question gives way when there is no room. */
export const altText = (report: Report, plot: Plot): string => {
  const body = plainText([report.verdict.headline, ...plot.describe(report)].join(' '));
  const source = plainText(`Question: ${report.query} (${provenance(report)}).`);
  if (body.length + 1 + source.length <= longest) return `${body} ${source}`;
  return body.length <= longest
    ? body
    : `${[...body]
        .slice(0, longest / 2)
        .join('')
        .slice(0, longest - 1)}…`;
};
