import { checkView } from '../block-kit/check-view.ts';
import { type Body, textOf } from '../body.ts';
import { withIds } from './messages.ts';
import type { SeenView } from './views.ts';
import type { Workspace } from './workspace.ts';

/** Which view is kept: a new one for a person, or one that is there already. */
export interface ViewPlace {
  readonly user: string;
  readonly kind: 'modal' | 'home';
  readonly id?: string;
  readonly below?: string | null;
}

/** All that Slack refuses in a view, which is written down as well; nothing where it is sound. */
export const judgeView = ({ journal, scene }: Workspace, view: unknown, kind: 'modal' | 'home'): readonly string[] => {
  const problems = checkView(view, kind, scene);
  for (const detail of problems) journal.violate('block-kit', detail);
  return problems;
};

/** Shows a view that was judged sound. */
export const keepView = (
  { views, identifiers }: Workspace,
  body: Body,
  { user, kind, id, below = null }: ViewPlace,
): SeenView => {
  const blocks = withIds(body['blocks'], identifiers);
  return views.keep({
    id: id ?? identifiers.next('V'),
    kind,
    user,
    callbackId: textOf(body, 'callback_id') ?? '',
    privateMetadata: textOf(body, 'private_metadata') ?? '',
    externalId: textOf(body, 'external_id') ?? '',
    blocks,
    body,
    hash: `${identifiers.timestamp()}.${identifiers.next('H')}`,
    isOpen: true,
    below,
  });
};
