import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

/** Where the two kinds of files go. */
export interface ExtractionTargets {
  readonly headers: string;
  readonly libraries: string;
}

/** Takes TensorFlow's two shared libraries and the headers that the addon includes out of a wheel, and nothing else. */
export async function extractWheel(file: string, targets: ExtractionTargets): Promise<void> {
  const wheel = await openPromise(file);
  for await (const entry of wheel.eachEntry()) {
    const target = targetOf(entry.fileName, targets);
    if (target === null) continue;
    mkdirSync(dirname(target), { recursive: true });
    await pipeline(await wheel.openReadStreamPromise(entry), createWriteStream(target));
  }
}

const library = /^tensorflow\/(libtensorflow_(?:cc|framework)\.so\.\d+)$/;
const header = /^tensorflow\/include\/((?:tensorflow\/c|tensorflow\/core\/platform|tsl|xla\/tsl)\/.+\.h)$/;

function targetOf(path: string, { headers, libraries }: ExtractionTargets): string | null {
  const libraryName = library.exec(path)?.[1];
  if (libraryName !== undefined) return join(libraries, libraryName);
  const headerPath = header.exec(path)?.[1];
  return headerPath === undefined ? null : join(headers, headerPath);
}
