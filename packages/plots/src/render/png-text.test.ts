import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { addText } from './png-text.ts';

/** The smallest PNG: one transparent pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

test('notes stand right behind the header, with lengths and checksums that hold', () => {
  const chunks = [...chunksOf(Buffer.from(addText(pixel, { Title: 'Vanishing', Query: 'depth=10 φ=σ' })))];
  expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'iTXt', 'iTXt', 'IDAT', 'IEND']);
  expect(chunks[2]?.data.toString()).toBe('Query\0\0\0\0\0depth=10 φ=σ');
  for (const { body, checksum } of chunks) expect(crc32(body)).toBe(checksum);
});

test('no notes, no change', () => {
  expect(Buffer.from(addText(pixel, {})).equals(pixel)).toBe(true);
});

function* chunksOf(png: Buffer): Generator<{ type: string; data: Buffer; body: Buffer; checksum: number }> {
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    yield { type: body.toString('latin1', 0, 4), data: body.subarray(4), body, checksum: png.readUInt32BE(at + 8 + length) };
    at += 12 + length;
  }
}
