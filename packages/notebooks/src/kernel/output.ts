/** Data by MIME type. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** What a cell left below itself, as nbformat 4.5 writes it. */
export type Output =
  | { readonly output_type: 'stream'; readonly name: 'stdout' | 'stderr'; readonly text: string }
  | { readonly output_type: 'display_data'; readonly data: MimeBundle; readonly metadata: MimeBundle };
