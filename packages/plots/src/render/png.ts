import { fontFiles } from './fonts.ts';
import { addText } from './png-text.ts';

/** Rasterises a picture at its own size. `notes` become metadata of the file. */
export const renderPng = async (svg: string, notes: Readonly<Record<string, string>>): Promise<Uint8Array> => {
  const { Resvg } = await import('@resvg/resvg-js');
  const image = new Resvg(svg, {
    fitTo: { mode: 'original' },
    font: { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: 'Inter' },
    logLevel: 'off',
  });
  return addText(image.render().asPng(), notes);
};
