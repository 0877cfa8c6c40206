/** Ends the process when everything was handed over that it wrote: a pipe takes 64 KiB at a time, and exiting drops the rest. */
export const leave = async (code: number): Promise<never> => {
  await Promise.all([process.stdout, process.stderr].map(handedOver));
  process.exit(code);
};

/** Resolves also where the reader has gone away. */
const handedOver = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    if (stream.writableLength === 0 || !stream.writable) return resolve();
    stream.once('error', () => resolve());
    stream.once('close', () => resolve());
    stream.write('', () => resolve());
  });
