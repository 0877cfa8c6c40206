import { type Body, bodiesOf, textOf } from '../body.ts';
import { type FileRecord, mimetypeOf } from '../workspace/files.ts';
import { judgeMessage } from '../workspace/judge-message.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type ApiMethod, needed, openChannelOf, Refused, refusedFor } from './method.ts';

const writing = { token: 'bot', scopes: ['files:write'] } as const;
const longestAlt = 1000;

/** `files.getUploadURLExternal`. Slack documents `alt_txt`; its own Node library sends `alt_text`: both are kept. */
export const announceFile: ApiMethod = {
  ...writing,
  name: 'files.getUploadURLExternal',
  answer: (given, { files }) => {
    const name = needed(given, 'filename');
    const length = Number(needed(given, 'length'));
    const alt = textOf(given, 'alt_txt') ?? textOf(given, 'alt_text');
    if (!Number.isInteger(length) || length <= 0) throw refusedFor('invalid_arguments', ['[ERROR] length must be positive']);
    if ((alt ?? '').length > longestAlt) throw new Refused('alt_txt_too_large');
    const { uploadUrl, id } = files.announce(name, length, alt);
    return { upload_url: uploadUrl, file_id: id };
  },
};

/** `files.completeUploadExternal`. With a channel the files are shared there at once, for all its members to see. */
export const completeUpload: ApiMethod = {
  ...writing,
  name: 'files.completeUploadExternal',
  answer: (given, workspace) => {
    const wanted = bodiesOf(given['files']);
    if (wanted.length === 0) throw refusedFor('invalid_arguments', ['[ERROR] missing required field: files']);
    const records = wanted.map((file) => uploaded(file, workspace));
    const channels = channelsOf(given).map((channel) => openChannelOf({ channel }, workspace).id);
    for (const [index, record] of records.entries()) {
      record.title = textOf(wanted[index] ?? {}, 'title') ?? record.name;
      record.isCompleted = true;
      record.channels = channels;
    }
    for (const channel of channels) share(given, channel, records, workspace);
    return { files: records.map(({ id, title }) => ({ id, title })) };
  },
};

/** `files.info`. The scan that finds out what a file is takes a while: the first answers do without. */
export const fileInfo: ApiMethod = {
  token: 'bot',
  scopes: ['files:read'],
  name: 'files.info',
  answer: (given, workspace) => {
    const record = known(needed(given, 'file'), workspace);
    const isScanned = record.pollsLeft === 0;
    if (!isScanned) record.pollsLeft -= 1;
    const mimetype = isScanned ? mimetypeOf(record) : '';
    const { id, name, title, address, channels, length: size } = record;
    return { file: { id, name, title, mimetype, size, url_private: address, channels, is_public: channels.length > 0 } };
  },
};

/** `files.delete` */
export const deleteFile: ApiMethod = {
  ...writing,
  name: 'files.delete',
  answer: (given, workspace) => {
    const record = known(needed(given, 'file'), workspace);
    record.isDeleted = true;
    record.channels = [];
    return {};
  },
};

const known = (id: string, { files }: Workspace): FileRecord => {
  const record = files.find(id);
  if (record === null || !record.isCompleted) throw new Refused('file_not_found');
  if (record.isDeleted) throw new Refused('file_deleted');
  return record;
};

const uploaded = (file: Body, { files, journal }: Workspace): FileRecord => {
  const record = files.find(needed(file, 'id'));
  if (record !== null && record.bytes !== null && !record.isCompleted) return record;
  journal.violate(
    'upload',
    `completed ${String(file['id'])}, which ${record?.isCompleted ? 'was completed before' : 'was never uploaded'}`,
  );
  throw new Refused('file_not_found');
};

const channelsOf = (given: Body): readonly string[] => [
  ...[textOf(given, 'channel_id')].filter((id) => id !== null),
  ...(textOf(given, 'channels')?.split(',') ?? []),
];

/** The message that shows a shared file: its comment, or its blocks where there is no comment. */
const share = (given: Body, channel: string, records: readonly FileRecord[], workspace: Workspace): void => {
  const comment = textOf(given, 'initial_comment');
  const saysSomething = comment !== null || given['blocks'] !== undefined;
  const said = comment === null ? { blocks: given['blocks'], text: '' } : { text: comment };
  const verdict = saysSomething ? judgeMessage(workspace, said, { channel, isEphemeral: false }) : null;
  if (verdict !== null && verdict.error !== null) throw refusedFor(verdict.error, verdict.problems);
  workspace.messages.post({
    ...(verdict?.content ?? { text: '', blocks: [] }),
    channel,
    author: workspace.identity.botUserId,
    isFromApp: true,
    threadTs: textOf(given, 'thread_ts'),
    files: records.map(({ id }) => id),
  });
};
