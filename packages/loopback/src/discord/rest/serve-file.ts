import type { ServerResponse } from 'node:http';
import type { World } from '../world.ts';

/** Serves a file of a message by its address, as Discord's content network does; 404 once the message has let go of it. */
export const serveFile = (world: World, path: string, response: ServerResponse): void => {
  const url = `${world.origin()}${path.split('?')[0] ?? ''}`;
  const all = [...world.messages.values()].filter(({ isDeleted }) => !isDeleted).flatMap(({ state }) => state.attachments);
  const file = all.find((one) => one.url === url);
  response.writeHead(file === undefined ? 404 : 200, { 'content-type': file?.contentType ?? 'text/plain' });
  response.end(file?.bytes);
};
