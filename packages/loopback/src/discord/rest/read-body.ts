import type { UploadedFile } from '../messages/stored-message.ts';
import { Refusal } from '../rules/refusal.ts';

/** What a request carries. */
export interface Body {
  /** The JSON of the body, or of its part `payload_json`; undefined where there is none. */
  readonly json: unknown;
  readonly files: readonly UploadedFile[];
}

const invalidJson = (detail: string): Refusal =>
  new Refusal(400, 50109, 'The request body contains invalid JSON.', [{ rule: 'body', detail }]);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidJson('the body is no JSON');
  }
};

/** Reads a body of JSON, or of several parts with files. **Throws** a refusal for anything else. */
export const readBody = async (bytes: Buffer, contentType: string): Promise<Body> => {
  if (bytes.length === 0) return { json: undefined, files: [] };
  if (contentType.startsWith('multipart/form-data')) return readParts(bytes, contentType);
  if (!contentType.startsWith('application/json')) throw invalidJson(`a body of type ${contentType || 'unknown'}`);
  return { json: parse(String(bytes)), files: [] };
};

const readParts = async (bytes: Buffer, contentType: string): Promise<Body> => {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => null);
  if (form === null) throw invalidJson('the parts of the body cannot be told apart');
  const files: UploadedFile[] = [];
  const plain: Record<string, unknown> = {};
  for (const [key, value] of form) {
    if (typeof value === 'string') plain[key] = value;
    else files.push(await readFile(key, value));
  }
  const said = plain['payload_json'];
  return { json: typeof said === 'string' ? parse(said) : plain, files };
};

const readFile = async (key: string, file: File): Promise<UploadedFile> => {
  const [, index = '0'] = /^files?\[?(\d+)?\]?$/u.exec(key) ?? [];
  const bytes = Buffer.from(await file.arrayBuffer());
  return { index, filename: file.name, contentType: file.type || 'application/octet-stream', bytes };
};
