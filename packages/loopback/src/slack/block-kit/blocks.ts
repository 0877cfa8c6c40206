import { chartBlock } from './charts.ts';
import { allOf, also, byType, type Check, type Fields, flag, listOf, recordOf, words } from './check.ts';
import { accessories, actionElements, contextElements, inputElements } from './elements.ts';
import { imageBlock } from './images.ts';
import { anyText, plainText } from './texts.ts';

const named: Fields = { block_id: words(255) };

const section: Check = allOf(
  recordOf(
    {},
    { ...named, text: anyText(3000), fields: listOf(anyText(2000), { most: 10 }), accessory: byType(accessories), expand: flag },
  ),
  also(({ text, fields }) => text !== undefined || fields !== undefined, 'must have text or fields'),
);
const input: Check = recordOf(
  { label: plainText(2000), element: byType(inputElements) },
  { ...named, hint: plainText(2000), optional: flag, dispatch_action: flag },
);
const markdown: Check = allOf(
  recordOf({ text: words(12_000) }, named),
  also((_, { surface }) => surface === 'message', 'unsupported type: markdown'),
);
/** Rich text is deep, and only its mentions matter here, which `pings.ts` reads. */
const anything: Check = () => [];
const richText: Check = recordOf({ elements: listOf(anything, { least: 0, most: 1000 }) }, named);

/** The blocks that this Slack knows; all others are refused. */
export const blockKinds: Fields = {
  section,
  header: recordOf({ text: plainText(150) }, named),
  divider: recordOf({}, named),
  image: imageBlock,
  actions: recordOf({ elements: listOf(byType(actionElements), { most: 25 }) }, named),
  context: recordOf({ elements: listOf(byType(contextElements), { most: 10 }) }, named),
  input,
  markdown,
  rich_text: richText,
  data_visualization: chartBlock,
};
