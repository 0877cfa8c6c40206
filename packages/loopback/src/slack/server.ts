import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HttpAnswer, inWords } from './answer.ts';
import type { ResponseUrls } from './delivery/response-urls.ts';
import type { SocketMode } from './delivery/socket-mode.ts';
import { answerApi } from './web-api/answer-api.ts';
import { receiveUpload } from './web-api/receive-upload.ts';
import type { Workspace } from './workspace/workspace.ts';

/** What the server's addresses lead to. */
export interface Doors {
  readonly workspace: Workspace;
  readonly responseUrls: ResponseUrls;
  readonly socketMode: SocketMode;
  /** How late answers of the Web API are. */
  readonly stallMs: () => number;
}

/** A server that listens, and how it is shut. */
export interface OpenServer {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Listens on 127.0.0.1, at a port that is free. */
export const openServer = async (doors: () => Doors): Promise<OpenServer> => {
  const late = new Set<NodeJS.Timeout>();
  const server = createServer((request, response) => {
    answerRequest(doors(), request).then(
      (answer) => {
        if (answer === null) return;
        const { stallMs } = doors();
        const wait = request.url?.startsWith('/api/') ? stallMs() : 0;
        if (wait === 0) return write(response, answer);
        const timer = setTimeout(() => {
          late.delete(timer);
          write(response, answer);
        }, wait);
        late.add(timer);
      },
      (error: Error) => write(response, inWords(500, String(error.stack))),
    );
  });
  server.on('upgrade', (request, socket, head) => doors().socketMode.admit(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      for (const timer of late) clearTimeout(timer);
      await shut(server);
    },
  };
};

const answerRequest = async ({ workspace, responseUrls }: Doors, request: IncomingMessage): Promise<HttpAnswer | null> => {
  const raw = await bodyOf(request);
  const path = new URL(request.url ?? '', 'http://127.0.0.1').pathname;
  const [, door, ...rest] = path.split('/');
  if (request.method !== 'POST') return inWords(404, `${request.method} ${path}`);
  if (door === 'api') return answerApi(workspace, rest.join('/'), request.headers, raw);
  if (door === 'upload') return receiveUpload(workspace, rest[1] ?? '', request.headers, raw);
  if (door === 'respond') return responseUrls.answer(rest[0] ?? '', raw.toString('utf8'));
  return inWords(404, path);
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const write = (response: ServerResponse, { status, headers, body }: HttpAnswer): void => {
  response.writeHead(status, headers);
  response.end(body);
};

const shut = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
