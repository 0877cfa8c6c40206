/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A Vega-Lite v5 specification: plain JSON, so that a notebook or a web page can draw it alive. */
export interface Specification {
  readonly [key: string]: Json;
}

/** How a picture becomes pixels. */
export interface PngOptions {
  /** The height follows; 1200 unless told otherwise. **Unit** pixels. **Range** 1 … 4800 */
  readonly width?: number;
}

/** A report, drawn. Nothing is rendered before `svg` or `png` is called. */
export interface Picture {
  /** Vega-Lite 5.6 or newer draws it; its data, title and `description` are inside. */
  readonly spec: Specification;
  /** What the picture shows, for those who cannot see it: two to four sentences. **Range** at most 1024 characters. */
  readonly alt: string;
  /** 1200 × 800, text as text: Inter, then DejaVu Sans, then the reader's sans-serif. */
  readonly svg: () => Promise<string>;
  /** 1200 × 800 pixels unless told otherwise, the same on every computer; carries question and alt text as metadata. */
  readonly png: (options?: PngOptions) => Promise<Uint8Array>;
}
