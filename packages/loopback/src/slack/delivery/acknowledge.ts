import { type Body, isBody } from '../body.ts';
import { judgeMessage } from '../workspace/judge-message.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { answerSubmission } from './answer-submission.ts';
import type { RunRecord } from './run.ts';

/** What an acknowledgement's body does: a command's is a message, a submission's changes views, any other is read by nobody. */
export const applyAcknowledgement = (workspace: Workspace, run: RunRecord, body: unknown): void => {
  const unsound = (detail: string): void => workspace.journal.violate('acknowledged-soundly', detail);
  if (run.outgoing.kind === 'slash_commands') answerCommand(workspace, run, body, unsound);
  else if (run.payload['type'] === 'view_submission') answerSubmission(workspace, run.payload, body, unsound);
  else if (body !== undefined && run.outgoing.kind === 'interactive') {
    unsound(`a body with an acknowledgement of ${String(run.payload['type'])}: ${JSON.stringify(body)}`);
  }
};

const answerCommand = (workspace: Workspace, run: RunRecord, body: unknown, unsound: (detail: string) => void): void => {
  if (body === undefined || run.channel === null) return;
  const said: Body = isBody(body) ? body : { text: String(body) };
  const isEphemeral = said['response_type'] !== 'in_channel';
  const verdict = judgeMessage(workspace, said, { channel: run.channel, isEphemeral });
  if (verdict.error !== null) {
    unsound(`${verdict.error} with an acknowledgement`);
    return;
  }
  const place = { channel: run.channel, author: workspace.identity.botUserId, isFromApp: true };
  workspace.messages.post({ ...verdict.content, ...place, ephemeralTo: isEphemeral ? run.user : null }, run.id);
};
