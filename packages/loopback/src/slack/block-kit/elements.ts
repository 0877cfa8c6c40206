import { allOf, also, type Check, type Fields, finite, flag, listOf, oneOf, recordOf, whole, words } from './check.ts';
import { imageElement } from './images.ts';
import { anyText, plainText, textKinds } from './texts.ts';

const confirm: Check = recordOf(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  { style: oneOf('primary', 'danger') },
);
const acting: Fields = { action_id: words(255), confirm };
const asking: Fields = { ...acting, placeholder: plainText(150), focus_on_load: flag };

const option: Check = recordOf({ text: plainText(75), value: words(150) }, { description: plainText(75) });
const ticked: Check = recordOf({ text: anyText(75), value: words(150) }, { description: anyText(75) });
const way: Check = recordOf({ text: plainText(75), value: words(150) }, { description: plainText(75), url: words(3000) });

const button: Check = recordOf(
  { text: plainText(75) },
  { ...acting, url: words(3000), value: words(2000), style: oneOf('primary', 'danger'), accessibility_label: words(75) },
);
const staticSelect: Check = recordOf({ options: listOf(option, { most: 100 }) }, { ...asking, initial_option: option });
const multiStaticSelect: Check = recordOf(
  { options: listOf(option, { most: 100 }) },
  { ...asking, initial_options: listOf(option, { most: 100 }), max_selected_items: whole(1, 100) },
);
const overflow: Check = recordOf({ options: listOf(way, { most: 5 }) }, acting);
const checkboxes: Check = recordOf(
  { options: listOf(ticked, { most: 10 }) },
  { ...acting, initial_options: listOf(ticked, { most: 10 }), focus_on_load: flag },
);
const radioButtons: Check = recordOf(
  { options: listOf(ticked, { most: 10 }) },
  { ...acting, initial_option: ticked, focus_on_load: flag },
);

const dispatch: Check = recordOf(
  {},
  { trigger_actions_on: listOf(oneOf('on_enter_pressed', 'on_character_entered'), { most: 2 }) },
);
const typing: Fields = {
  action_id: words(255),
  placeholder: plainText(150),
  focus_on_load: flag,
  dispatch_action_config: dispatch,
};
const plainTextInput: Check = recordOf(
  {},
  { ...typing, initial_value: words(3000, 0), multiline: flag, min_length: whole(0, 3000), max_length: whole(1, 3000) },
);
const numberInput: Check = allOf(
  recordOf({ is_decimal_allowed: flag }, { ...typing, initial_value: words(20), min_value: words(20), max_value: words(20) }),
  also(
    (input) =>
      ['initial_value', 'min_value', 'max_value'].every((name) => finite(Number(input[name] ?? 0), '', nowhere).length === 0),
    'must hold numbers as strings',
  ),
);

/** `finite` looks at no scene. */
const nowhere = { surface: 'modal', isEphemeral: false, allowsCharts: false, imageProblem: () => null } as const;

const choosing: Fields = { static_select: staticSelect, checkboxes, radio_buttons: radioButtons };

/** What an actions block holds. */
export const actionElements: Fields = { button, overflow, ...choosing };

/** What stands beside the text of a section. */
export const accessories: Fields = { ...actionElements, multi_static_select: multiStaticSelect, image: imageElement };

/** What a person fills in. */
export const inputElements: Fields = {
  ...choosing,
  plain_text_input: plainTextInput,
  number_input: numberInput,
  multi_static_select: multiStaticSelect,
};

/** What a context block holds. */
export const contextElements: Fields = { ...textKinds(2000), image: imageElement };
