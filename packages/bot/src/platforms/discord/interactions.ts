import {
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIInteractionResponse,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
} from 'discord.js';
import { nothingAsked, questionIn } from '../../chat/question-in.ts';
import { type Acknowledge, answer, isEphemeral, type Means, say } from './answer.ts';
import { readModal } from './modal.ts';
import { press } from './press.ts';
import { focusedOption, readOptions } from './read-options.ts';
import { questionOption } from './slash-command.ts';
import { suggestQuestions } from './suggest.ts';

/**
 * Answers an interaction, however it came: over the gateway or by HTTP. What has to be decided at once is, and the first thing that is
 * waited for is the acknowledgement. **Throws** what the acknowledgement throws.
 */
export const handleInteraction = async (interaction: APIInteraction, acknowledge: Acknowledge, means: Means): Promise<void> => {
  switch (interaction.type) {
    case InteractionType.Ping:
      return acknowledge({ type: InteractionResponseType.Pong });
    case InteractionType.ApplicationCommandAutocomplete: {
      const { name, typed } = focusedOption(interaction.data.options);
      return acknowledge(suggestions(name === questionOption ? typed : ''));
    }
    case InteractionType.ApplicationCommand:
      return runCommand(interaction, acknowledge, means);
    case InteractionType.MessageComponent:
      return press(interaction, acknowledge, means);
    case InteractionType.ModalSubmit: {
      const filledIn = { text: readModal(interaction.data.components), isPrivate: isEphemeral(interaction.message) };
      return answer(interaction, filledIn, acknowledge, means);
    }
    default:
      return interaction satisfies never;
  }
};

const suggestions = (typed: string): APIInteractionResponse => ({
  type: InteractionResponseType.ApplicationCommandAutocompleteResult,
  data: { choices: suggestQuestions(typed) },
});

const runCommand = (interaction: APIApplicationCommandInteraction, acknowledge: Acknowledge, means: Means): Promise<void> => {
  const { data } = interaction;
  if (data.type === ApplicationCommandType.Message) {
    const message = data.resolved.messages[data.target_id];
    const text = questionIn(message?.content ?? '');
    return text === '' ? say(nothingAsked, acknowledge) : answer(interaction, { text, isPrivate: false }, acknowledge, means);
  }
  if (data.type !== ApplicationCommandType.ChatInput) return say(nothingAsked, acknowledge);
  return answer(interaction, readOptions(data.options), acknowledge, means);
};
