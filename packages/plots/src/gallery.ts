import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawablePlots, drawReport } from './draw-report.ts';
import { fixtures } from './fixtures/fixtures.ts';

/** Draws every recorded report in every way and both themes into a folder with a page to look at: `pnpm gallery [folder]`. */
const hang = async (folder: string): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const figures: string[] = [];
  for (const [name, report] of Object.entries(fixtures())) {
    for (const plot of await drawablePlots(report)) {
      for (const theme of ['light', 'dark'] as const) {
        const file = `${name}-${plot}-${theme}.png`;
        const picture = await drawReport(report, { theme, plot });
        const png = await picture.png();
        writeFileSync(resolve(folder, file), png);
        figures.push(
          `<figure><img src="${file}" alt="${escapeHtml(picture.alt)}"><figcaption>${escapeHtml(picture.alt)}</figcaption></figure>`,
        );
        console.log(`${file} ${Math.round(png.length / 1000)} kB`);
      }
    }
  }
  writeFileSync(resolve(folder, 'index.html'), page(figures));
  console.log(`\nopen ${resolve(folder, 'index.html')}`);
};

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const page = (figures: readonly string[]): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Vanish: gallery</title>
<style>body{font:16px/1.5 sans-serif;margin:2rem;background:#ccc;display:grid;grid-template-columns:repeat(auto-fit,minmax(600px,1fr));gap:2rem}
figure{margin:0}img{width:100%;display:block}</style>
${figures.join('\n')}
</html>
`;

await hang(resolve(process.argv[2] ?? fileURLToPath(new URL('../gallery', import.meta.url))));
