import { crc32 } from 'node:zlib';

/** Length of the signature and of the header chunk, which must come first. **Unit** bytes. */
const headerEnd = 8 + 25;

/** A PNG with one uncompressed UTF-8 text chunk per note. **Source** PNG specification, third edition, 11.3.3.4 (iTXt). */
export const addText = (png: Uint8Array, notes: Readonly<Record<string, string>>): Uint8Array => {
  const chunks = Object.entries(notes).map(([keyword, text]) => chunk('iTXt', Buffer.from(`${keyword}\0\0\0\0\0${text}`)));
  return new Uint8Array(Buffer.concat([png.subarray(0, headerEnd), ...chunks, png.subarray(headerEnd)]));
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};
