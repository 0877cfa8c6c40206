const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Width and height of a PNG, which Discord tells of images; null for any other file. */
export const imageSize = (bytes: Buffer): { readonly width: number; readonly height: number } | null =>
  bytes.length >= 24 && bytes.subarray(0, 8).equals(signature)
    ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : null;
