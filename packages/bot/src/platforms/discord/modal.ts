import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';

const [modalId, inputId] = ['v1:ask', 'question'];

/** A form that holds a question, to be changed and asked. */
export const changeModal = (query: string): APIModalInteractionResponseCallbackData => ({
  custom_id: modalId,
  title: 'Change the question',
  components: [
    {
      type: ComponentType.Label,
      label: 'Question',
      description: 'key=value in any order; a,b compares, 2..64 sweeps',
      component: {
        type: ComponentType.TextInput,
        custom_id: inputId,
        style: TextInputStyle.Paragraph,
        value: query,
        required: true,
        max_length: 2000,
      },
    },
  ],
});

/** What was written into the form. */
export const readModal = (components: readonly unknown[]): string => {
  for (const component of components) {
    if (typeof component !== 'object' || component === null) continue;
    if ('custom_id' in component && component.custom_id === inputId && 'value' in component) return String(component.value);
    if ('component' in component) return readModal([component.component]);
    if ('components' in component && Array.isArray(component.components)) {
      const inner = readModal(component.components);
      if (inner !== '') return inner;
    }
  }
  return '';
};
