import { elementsOf } from '../block-kit/check-blocks.ts';
import { type Body, isBody, textOf } from '../body.ts';
import { judgeView, keepView } from '../workspace/keep-view.ts';
import type { SeenView } from '../workspace/views.ts';
import type { Workspace } from '../workspace/workspace.ts';

type Unsound = (detail: string) => void;

/** What the body of an acknowledged submission does to modals: nothing sent along closes the one that was sent off. */
export const answerSubmission = (workspace: Workspace, payload: Body, body: unknown, unsound: Unsound): void => {
  const { view: submitted } = payload;
  const view = isBody(submitted) ? workspace.views.find(textOf(submitted, 'id') ?? '') : null;
  if (view === null) return;
  const given: Body = isBody(body) ? body : { response_action: body === undefined ? 'close' : body };
  switch (given['response_action']) {
    case 'close':
      workspace.views.close(view);
      break;
    case 'clear':
      for (const one of workspace.views.all()) if (one.kind === 'modal' && one.user === view.user) workspace.views.close(one);
      break;
    case 'errors':
      refuseUnknownBlocks(view, given['errors'], unsound);
      break;
    case 'update':
    case 'push':
      showView(workspace, view, given, unsound);
      break;
    default:
      unsound(`a submission acknowledged with ${JSON.stringify(body)}`);
  }
};

const refuseUnknownBlocks = (view: SeenView, errors: unknown, unsound: Unsound): void => {
  const inputs = view.blocks.filter((block) => block.type === 'input' && elementsOf(block).length > 0);
  const named = isBody(errors) ? Object.keys(errors) : [];
  const unknown = named.filter((id) => !inputs.some(({ block_id }) => block_id === id));
  if (named.length === 0) unsound('response_action errors without errors');
  if (unknown.length > 0) unsound(`errors for blocks that are no inputs of the view: ${unknown.join(', ')}`);
};

const showView = (
  workspace: Workspace,
  view: SeenView,
  { view: body, response_action: action }: Body,
  unsound: Unsound,
): void => {
  if (judgeView(workspace, body, 'modal').length > 0 || !isBody(body)) {
    unsound(`a view that ${String(action)} cannot show`);
    return;
  }
  const place = action === 'push' ? { user: view.user, kind: view.kind, below: view.id } : view;
  keepView(workspace, body, place);
};
