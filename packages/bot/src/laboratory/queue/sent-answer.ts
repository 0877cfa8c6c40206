import type { Illustrated } from '../studio-messages.ts';

/** An answer as it travels, with its picture in base64: JSON knows no bytes. */
export interface SentAnswer {
  readonly answer: Illustrated['answer'];
  readonly picture: { readonly png: string; readonly alt: string } | null;
}

/** An answer, ready to travel. */
export const toSend = ({ answer, picture }: Illustrated): SentAnswer => ({
  answer,
  picture: picture === null ? null : { png: Buffer.from(picture.png).toString('base64'), alt: picture.alt },
});

/** An answer that has arrived. */
export const received = ({ answer, picture }: SentAnswer): Illustrated => ({
  answer,
  picture: picture === null ? null : { png: new Uint8Array(Buffer.from(picture.png, 'base64')), alt: picture.alt },
});
