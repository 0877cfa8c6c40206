import { type Fields, fieldsOf, isAbsent, listOf, textOf } from '../json.ts';
import { type Breach, breachIf } from '../rules/breach.ts';
import type { World } from '../world.ts';
import { imageSize } from './image-size.ts';
import type { StoredFile, UploadedFile } from './stored-message.ts';

const mostFiles = 10;

/** What one file may take by default. **Unit** bytes. */
export const mostBytesPerFile: number = 10 * 2 ** 20;

/**
 * The files of a message after a request: those that `attachments` lists are kept and described anew, those that it leaves out are
 * deleted, and what was uploaded is added. Without `attachments` all stay.
 */
export const storeFiles = (
  world: World,
  channelId: string,
  attachments: unknown,
  uploads: readonly UploadedFile[],
  previous: readonly StoredFile[],
): readonly StoredFile[] => {
  const listed = listOf(attachments).map(fieldsOf);
  const kept = isAbsent(attachments)
    ? previous
    : previous.flatMap((file) => {
        const again = listed.find(({ id }) => String(id) === file.id);
        return again === undefined ? [] : [describe(file, again)];
      });
  const added = uploads.map((upload) => {
    const said = listed.find(({ id }) => String(id) === upload.index) ?? {};
    const id = world.snowflake();
    const filename = textOf(said['filename']) || upload.filename;
    const { contentType, bytes } = upload;
    const url = `${world.origin()}/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
    return describe({ id, filename, description: null, title: null, contentType, bytes, url, size: imageSize(bytes) }, said);
  });
  return [...kept, ...added];
};

const describe = (file: StoredFile, said: Fields): StoredFile => ({
  ...file,
  description: 'description' in said ? textOf(said['description']) || null : file.description,
  title: textOf(said['title']) || file.title,
});

/** Where files break Discord's rules: 10 of them, 10 MiB each, alt text of 1024 characters, ids of files that are there. */
export const fileBreaches = (
  attachments: unknown,
  uploads: readonly UploadedFile[],
  previous: readonly StoredFile[],
): readonly Breach[] => {
  const known = new Set([...uploads.map(({ index }) => index), ...previous.map(({ id }) => id)]);
  const listed = listOf(attachments).map(fieldsOf);
  const count =
    uploads.length +
    (isAbsent(attachments)
      ? previous.length
      : previous.filter(({ id }) => listed.some((one) => String(one['id']) === id)).length);
  return [
    ...uploads.flatMap(({ filename, bytes }) =>
      breachIf(
        bytes.length > mostBytesPerFile,
        'file-size',
        `${filename} has ${bytes.length} bytes, at most ${mostBytesPerFile}`,
      ),
    ),
    ...breachIf(count > mostFiles, 'file-count', `${count} files, at most ${mostFiles}`),
    ...listed.flatMap(({ id, description }) => [
      ...breachIf(!known.has(String(id)), 'attachment-unknown', `attachment ${String(id)} is neither uploaded nor there`),
      ...breachIf(
        [...textOf(description)].length > 1024,
        'alt-text',
        `alt text has ${[...textOf(description)].length} characters, at most 1024`,
      ),
    ]),
  ];
};
