/** All who wait for something to happen on the server, and all its timers: none outlives `close`. */
export class Waiting {
  readonly #looks = new Set<() => void>();
  readonly #ends = new Set<() => void>();
  #isClosed = false;
  #silentUntilMs = 0;

  /** Something happened: everybody looks again. */
  changed(): void {
    for (const look of [...this.#looks]) look();
  }

  /** What `look` finds, as soon as it finds something. **Throws** after `timeoutMs`, and when the server closes. */
  until<Found>(look: () => Found | undefined, timeoutMs: number, what: () => string): Promise<Found> {
    return new Promise<Found>((resolve, reject) => {
      const settle = (act: () => void): void => {
        this.#looks.delete(again);
        clearInterval(beat);
        cancel();
        act();
      };
      const again = (): void => {
        try {
          const found = look();
          if (found !== undefined) settle(() => resolve(found));
        } catch (error) {
          settle(() => reject(error));
        }
      };
      const cancel = this.after(
        timeoutMs,
        () => settle(() => reject(new Error(`waited ${timeoutMs} ms for ${what()}`))),
        () => settle(() => reject(new Error(`the server closed while a test waited for ${what()}`))),
      );
      // what is looked at may happen in a client, of which the server hears nothing
      const beat = setInterval(again, 20);
      this.#looks.add(again);
      again();
    });
  }

  /** The server answers nothing and sends nothing for so long. */
  silence(silenceMs: number): void {
    this.#silentUntilMs = performance.now() + silenceMs;
  }

  /** What is left of a silence. **Unit** milliseconds. */
  get silenceMs(): number {
    return Math.max(0, this.#silentUntilMs - performance.now());
  }

  /** Resolves after `waitMs`, or at once when the server closes. */
  async sleep(waitMs: number): Promise<void> {
    if (waitMs <= 0 || this.#isClosed) return;
    await new Promise<void>((resolve) => {
      this.after(waitMs, resolve, resolve);
    });
  }

  /** Calls `act` after `waitMs`; the function that it returns calls it off. */
  after(waitMs: number, act: () => void, atClose: () => void = () => {}): () => void {
    const end = (): void => {
      cancel();
      atClose();
    };
    const cancel = (): void => {
      clearTimeout(timer);
      this.#ends.delete(end);
    };
    const timer = setTimeout(() => {
      cancel();
      act();
    }, waitMs);
    if (this.#isClosed) queueMicrotask(end);
    else this.#ends.add(end);
    return cancel;
  }

  close(): void {
    this.#isClosed = true;
    for (const end of [...this.#ends]) end();
  }
}
