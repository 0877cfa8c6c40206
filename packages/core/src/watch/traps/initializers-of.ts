import type { Patient } from './trap.ts';

/** An initializer as a layer serialises it. */
export interface InitializerConfig {
  /** The key of the layer that holds it: `kernelInitializer`. */
  readonly key: string;
  readonly className: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** The initializers in a layer's configuration. */
export const initializersOf = ({ config }: Pick<Patient, 'config'>): readonly InitializerConfig[] =>
  Object.entries(config).flatMap(([key, value]) => {
    const written = value as { readonly className?: string; readonly config?: Readonly<Record<string, unknown>> } | null;
    return key.endsWith('Initializer') && written?.className !== undefined
      ? [{ key, className: written.className, config: written.config ?? {} }]
      : [];
  });
