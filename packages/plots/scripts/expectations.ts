import { expect } from 'vitest';
import type { Picture } from '../src/picture.ts';
import { illegibleTexts, textsTwice } from './inspect-picture.ts';

/** What every picture owes whoever looks at it: no text leaves the canvas or lies on another. */
export const expectLegible = ({ spec }: Picture): void => expect(illegibleTexts(spec)).toEqual([]);

/** The SVG is as large as the canvas and holds ordinary numbers only; nothing is written twice at one place, which would look bold. */
export const expectOrdinaryNumbers = async (picture: Picture): Promise<void> => {
  const svg = await picture.svg();
  expect(svg).toMatch(/^<svg [^>]*width="1200" height="800"/u);
  expect(svg.replace(/<text[^>]*>[^<]*<\/text>/gu, '').replace(/aria-label="[^"]*"/gu, '')).not.toMatch(
    /NaN|Infinity|undefined|null/u,
  );
  expect(textsTwice(svg)).toEqual([]);
};

/** A PNG that is quickly sent. */
export const expectSmall = async (picture: Picture): Promise<void> => expect((await picture.png()).length).toBeLessThan(300_000);

/** The text alternative says enough, fits Discord, and describes the specification, too. */
export const expectTold = ({ alt, spec }: Picture): void => {
  expect(alt.length).toBeGreaterThan(80);
  expect(alt.length).toBeLessThanOrEqual(1024);
  expect(alt).not.toMatch(/NaN(?! or )|Infinity|undefined|null/u);
  expect(spec['description']).toBe(alt);
};
