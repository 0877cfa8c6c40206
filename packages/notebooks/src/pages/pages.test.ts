import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listNotebooks } from '../lecture/notebooks.ts';
import { writePages } from './write-pages.ts';

const browser = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0,
);

let folder: string;
let paths: readonly string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vanish-pages-'));
  paths = await writePages(listNotebooks(), folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names = listNotebooks().map(({ name }) => [name] as const);

test.each(names)('%s: the page needs nothing from elsewhere, and its links lead somewhere', (name) => {
  const html = readFileSync(join(folder, `${name}.html`), 'utf8');
  const written = html.replace(/<script>[\s\S]*?<\/script>/gu, '');
  expect(written).not.toMatch(/(?:src|href)="https?:/u);
  const linked = [...written.matchAll(/href="([\w-]+\.html)"/gu)].map(([, target]) => target);
  const known = paths.map((path) => basename(path));
  expect(linked.filter((target) => !known.includes(target ?? ''))).toEqual([]);
  expect(written).not.toContain('katex-error');
  expect(written.match(/<img /gu)?.length ?? 0).toBe(written.match(/<img [^>]*alt="[^"]{40,}"/gu)?.length ?? 0);
});

test.for(names)('%s: in a browser every chart is drawn, and nothing complains', { timeout: 60_000 }, ([name], { skip }) => {
  if (browser === undefined) return skip('there is no Chromium here: `apt-get install chromium` brings one');
  const { dom, complaints } = look(browser, join(folder, `${name}.html`));
  const figures = dom.match(/<figure/gu)?.length ?? 0;
  expect(complaints).toEqual([]);
  expect(figures).toBeGreaterThan(0);
  expect(dom.match(/<figure data-drawn="(?:light|dark)"/gu)?.length).toBe(figures);
  expect(dom.match(/<svg [^>]*class="marks"|class="marks"[^>]*viewBox/gu)?.length).toBe(figures);
  expect(dom).toMatch(/<html[^>]* data-ready="true"/u);
});

/** What a browser makes of a page, and what it says on its console. */
function look(command: string, path: string): { readonly dom: string; readonly complaints: readonly string[] } {
  const profile = mkdtempSync(join(tmpdir(), 'vanish-browser-'));
  const options = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, '--enable-logging=stderr'];
  const { stdout, stderr } = spawnSync(
    command,
    [...options, '--virtual-time-budget=20000', '--dump-dom', pathToFileURL(path).href],
    { encoding: 'utf8', maxBuffer: 2 ** 28, timeout: 50_000 },
  );
  rmSync(profile, { recursive: true, force: true });
  return { dom: stdout, complaints: stderr.split('\n').filter((line) => /CONSOLE|ERROR:.*\.html/u.test(line)) };
}
