import type { Body } from '../body.ts';
import type { Identifiers } from './identifiers.ts';

/** An uploaded file as people who may see it find it. */
export interface SeenFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** The alternative text given with the upload, or null. */
  readonly alt: string | null;
  /** As they were sent, byte by byte. */
  readonly bytes: Uint8Array;
  /** Empty until the file was scanned. */
  readonly mimetype: string;
  /** Channels that see it; none as long as it is private. */
  readonly channels: readonly string[];
  readonly isDeleted: boolean;
}

/** A file on its way: announced, uploaded, completed, scanned. */
export interface FileRecord {
  readonly id: string;
  readonly name: string;
  readonly length: number;
  readonly alt: string | null;
  readonly uploadUrl: string;
  readonly address: string;
  title: string;
  bytes: Uint8Array | null;
  isCompleted: boolean;
  isDeleted: boolean;
  pollsLeft: number;
  channels: readonly string[];
}

/** The files of the workspace. */
export interface FileShelf {
  readonly all: () => readonly SeenFile[];
  readonly announce: (name: string, length: number, alt: string | null) => FileRecord;
  readonly find: (id: string) => FileRecord | null;
  /** Why a file cannot be shown in an image block, or null where it can. */
  readonly imageProblem: (reference: Body) => string | null;
}

/** An empty shelf, whose files are scanned when they were asked for that often. */
export const openFileShelf = (origin: () => string, { next }: Identifiers, scanPolls: number): FileShelf => {
  const records = new Map<string, FileRecord>();
  return {
    all: () => [...records.values()].filter(({ isCompleted }) => isCompleted).map(seen),
    announce: (name, length, alt) => {
      const id = next('F');
      const uploadUrl = `${origin()}/upload/v1/${id}`;
      const address = `${origin()}/files/${id}/${encodeURIComponent(name)}`;
      const record: FileRecord = {
        ...{ id, name, length, alt, uploadUrl, address, title: name, bytes: null, channels: [] },
        ...{ isCompleted: false, isDeleted: false, pollsLeft: scanPolls },
      };
      records.set(id, record);
      return record;
    },
    find: (id) => records.get(id) ?? null,
    imageProblem: ({ id, url }) => {
      const record = [...records.values()].find((one) => (id === undefined ? one.address === url : one.id === id));
      if (record === undefined || !record.isCompleted || record.isDeleted) return 'invalid slack file';
      if (record.pollsLeft > 0) return 'invalid slack file: not scanned yet';
      return mimetypeOf(record).startsWith('image/') ? null : 'invalid slack file: no image';
    },
  };
};

const seen = (record: FileRecord): SeenFile => ({
  id: record.id,
  name: record.name,
  title: record.title,
  alt: record.alt,
  bytes: record.bytes ?? new Uint8Array(),
  mimetype: record.pollsLeft > 0 ? '' : mimetypeOf(record),
  channels: record.channels,
  isDeleted: record.isDeleted,
});

const signatures = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
] as const;

/** What a file is, by its first bytes: a name proves nothing. */
export const mimetypeOf = ({ bytes }: FileRecord): string => {
  const kind = signatures.find(([, start]) => start.every((byte, index) => bytes?.[index] === byte));
  return kind?.[0] ?? 'text/plain';
};
