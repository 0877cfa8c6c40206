import type { IncomingHttpHeaders } from 'node:http';
import { type HttpAnswer, inTrouble, inWords, tooMany } from '../answer.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Takes the bytes of an announced file, sent as they are or as the one part of a form. Null where that is to stay without an answer. */
export const receiveUpload = async (
  workspace: Workspace,
  id: string,
  headers: IncomingHttpHeaders,
  raw: Buffer,
): Promise<HttpAnswer | null> => {
  const { files, journal, faults } = workspace;
  const fault = faults.take('upload');
  if (fault?.kind === 'silence') return null;
  if (fault?.kind === 'rate-limit') return tooMany(fault.retryAfterSeconds);
  if (fault !== null) return inTrouble(fault.kind === 'status' ? fault.status : 500);
  const refuse = (status: number, detail: string): HttpAnswer => {
    journal.violate('upload', detail);
    return inWords(status, detail);
  };
  const record = files.find(id);
  if (record === null) return refuse(404, `upload to ${id}, which nobody announced`);
  if (record.bytes !== null) return refuse(409, `a second upload to ${id}`);
  const bytes = await bytesOf(headers, raw);
  if (bytes === null) return refuse(400, `upload to ${id} without exactly one file`);
  if (bytes.length !== record.length)
    return refuse(400, `${bytes.length} bytes for ${id}, of which ${record.length} were announced`);
  record.bytes = bytes;
  return inWords(200, `OK - ${bytes.length}`);
};

const bytesOf = async (headers: IncomingHttpHeaders, raw: Buffer): Promise<Uint8Array | null> => {
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return new Uint8Array(raw);
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData().catch(() => null);
  const parts = [...(form?.values() ?? [])].filter((part) => typeof part !== 'string');
  const [part] = parts;
  return part === undefined || parts.length > 1 ? null : new Uint8Array(await part.arrayBuffer());
};
