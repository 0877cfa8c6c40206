import type { Kernel } from './screen.ts';

/** Deno's own words for a bundle. */
interface DenoJupyter {
  readonly display: (data: object, options: object) => Promise<void>;
}

/** `deno jupyter`. */
export const deno: Kernel = () => {
  const { Deno } = globalThis as { readonly Deno?: { readonly jupyter?: DenoJupyter } };
  const jupyter = findJupyter(Deno);
  if (jupyter === null) return null;
  return ({ data }, spot) => {
    const place = spot === null ? {} : { display_id: spot.id, update: spot.isTaken };
    void jupyter.display(data, { raw: true, ...place });
  };
};

/** Outside a notebook Deno throws where it is merely asked. */
const findJupyter = (runtime: { readonly jupyter?: DenoJupyter } | undefined): DenoJupyter | null => {
  try {
    return typeof runtime?.jupyter?.display === 'function' ? runtime.jupyter : null;
  } catch {
    return null;
  }
};
