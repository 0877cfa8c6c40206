/* Draws every chart of a page alive, in the reader's theme; where that fails its PNG stays. */
const dark = matchMedia('(prefers-color-scheme: dark)');

const draw = async (figure) => {
  const spec = JSON.parse(figure.querySelector(dark.matches ? '.dark' : '.light').textContent);
  const chart = figure.querySelector('.chart');
  const actions = { export: true, source: false, compiled: false, editor: false };
  await globalThis.vegaEmbed(chart, spec, { renderer: 'svg', actions, downloadFileName: 'vanish' });
  chart.hidden = false;
  figure.querySelector('img').hidden = true;
  figure.dataset.drawn = dark.matches ? 'dark' : 'light';
};

const drawAll = async () => {
  await document.fonts.ready;
  for (const figure of document.querySelectorAll('figure')) await draw(figure);
  document.documentElement.dataset.ready = 'true';
};

dark.addEventListener('change', () => void drawAll());
void drawAll();
