import type { Body } from '../body.ts';
import type { SeenBlock } from './messages.ts';

/** A modal or a home tab as its person sees it. */
export interface SeenView {
  readonly id: string;
  readonly kind: 'modal' | 'home';
  readonly user: string;
  readonly callbackId: string;
  readonly privateMetadata: string;
  readonly externalId: string;
  readonly blocks: readonly SeenBlock[];
  /** All that the app sent. */
  readonly body: Body;
  /** Changes with every update; an update that names an older one is refused. */
  readonly hash: string;
  readonly isOpen: boolean;
  /** The view that this one was pushed onto, or null. */
  readonly below: string | null;
}

/** All views that were ever opened, each as it is now. */
export interface ViewBook {
  readonly all: () => readonly SeenView[];
  readonly find: (id: string) => SeenView | null;
  readonly keep: (view: SeenView) => SeenView;
  readonly close: (view: SeenView) => void;
}

/** An empty book. */
export const openViewBook = (): ViewBook => {
  const views = new Map<string, SeenView>();
  const keep = (view: SeenView): SeenView => {
    const frozen = Object.freeze(view);
    views.set(view.id, frozen);
    return frozen;
  };
  return {
    all: () => [...views.values()],
    find: (id) => views.get(id) ?? null,
    keep,
    close: (view) => {
      keep({ ...view, isOpen: false });
    },
  };
};
