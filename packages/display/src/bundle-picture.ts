import type { Json, Picture, Specification } from '@vanish/plots';
import type { Bundle } from './screens/screen.ts';

/** The MIME type of a live chart, the newest that JupyterLab 4 draws. */
const liveChart = 'application/vnd.vegalite.v5+json';

/** Pictures are composed 1200 wide, for slides; between paragraphs they are shown smaller. **Unit** pixels. */
const shownWidth = 800;

/**
 * A picture for every front end: alive where Vega-Lite is known, elsewhere a PNG of twice the pixels it is shown with, and in words.
 * Bare SVG is none of them: an untrusted notebook shows it blank.
 */
export const bundlePicture = async (picture: Picture): Promise<Bundle> => {
  const png = await picture.png({ width: 2 * shownWidth });
  return {
    data: {
      [liveChart]: withNearlyInter(picture.spec),
      'image/png': Buffer.from(png).toString('base64'),
      'text/plain': picture.alt,
    },
    metadata: {
      [liveChart]: { embed_options: embedOptions },
      'image/png': { width: shownWidth },
    },
  };
};

/** Pictures are laid out by the widths of Inter, which few browsers have: what they have instead is made about as wide. */
const withNearlyInter = (spec: Specification): Specification => {
  const config = (spec['config'] ?? {}) as Specification;
  return { ...spec, config: { ...config, font: 'Inter, "Nearly Inter", sans-serif' } };
};

/** vega-embed sets a page's style once; the menu it brings keeps its place and its manners. */
const style = `
@font-face { font-family: "Nearly Inter"; font-weight: 400; size-adjust: 92%; src: local("DejaVu Sans"), local("Verdana"); }
@font-face { font-family: "Nearly Inter"; font-weight: 600; size-adjust: 84%; src: local("DejaVu Sans Bold"), local("Verdana Bold"); }
.vega-embed { position: relative; display: block; width: 100%; max-width: ${shownWidth}px; }
.vega-embed svg.marks { width: 100%; height: auto; }
.vega-embed details { position: absolute; top: 0; right: 0; z-index: 2; font: 13px sans-serif; opacity: 0.3; }
.vega-embed details:hover, .vega-embed details[open] { opacity: 1; }
.vega-embed summary { list-style: none; cursor: pointer; }
.vega-embed summary svg { width: 14px; height: 14px; }
.vega-embed .vega-actions { position: absolute; right: 0; display: flex; flex-direction: column; white-space: nowrap;
  padding: 6px 0; border-radius: 4px; background: white; box-shadow: 0 2px 8px rgba(0, 0, 0, 0.25); }
.vega-embed .vega-actions a { padding: 5px 12px; color: #434a56; text-decoration: none; }
.vega-embed .vega-bind { display: flex; gap: 0.6em; align-items: center; padding: 4px 0; }
.vega-embed .vega-bind-name { min-width: 9em; }
`;

const embedOptions: Json = { renderer: 'svg', defaultStyle: style };
