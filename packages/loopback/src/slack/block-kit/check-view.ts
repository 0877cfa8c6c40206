import { bodiesOf, isBody } from '../body.ts';
import { type Check, flag, problem, recordOf, type Scene, words } from './check.ts';
import { checkBlocks } from './check-blocks.ts';
import { plainText } from './texts.ts';

const blocks: Check = (value, where, scene) => checkBlocks(value, scene, where);

const shared: Readonly<Record<string, Check>> = {
  private_metadata: words(3000, 0),
  callback_id: words(255, 0),
  external_id: words(255, 0),
};

const kinds: Readonly<Record<'modal' | 'home', Check>> = {
  modal: recordOf(
    { title: plainText(24), blocks },
    {
      ...shared,
      submit: plainText(24),
      close: plainText(24),
      clear_on_close: flag,
      notify_on_close: flag,
      submit_disabled: flag,
    },
  ),
  home: recordOf({ blocks }, shared),
};

/** All that Slack would refuse in a modal or a home tab; nothing where it is sound. */
export const checkView = (
  view: unknown,
  kind: 'modal' | 'home',
  scene: Omit<Scene, 'surface' | 'isEphemeral'>,
): readonly string[] => {
  if (!isBody(view)) return [problem('must be an object', '/view')];
  if (view['type'] !== kind) return [problem(`must be of type ${kind}`, '/view/type')];
  const asks = bodiesOf(view['blocks']).some(({ type }) => type === 'input');
  return [
    ...kinds[kind](view, '/view', { ...scene, surface: kind, isEphemeral: false }),
    ...(kind === 'modal' && asks && view['submit'] === undefined
      ? [problem('missing required field: submit, for a view with input blocks', '/view')]
      : []),
  ];
};
