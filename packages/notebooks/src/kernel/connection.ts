import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a kernel listens and what signs its messages, as Jupyter's connection file says it. */
export interface Connection {
  /** Path of the connection file; nobody else may read it. */
  readonly file: string;
  readonly key: string;
  readonly shell: string;
  readonly iopub: string;
  readonly remove: () => void;
}

const ip = '127.0.0.1';

/** Five free ports and a fresh key, in a private temporary folder. */
export const openConnection = async (): Promise<Connection> => {
  const [shell, iopub, stdin, control, hb] = await findPorts(5);
  const key = randomUUID();
  const folder = mkdtempSync(join(tmpdir(), 'vanish-kernel-'));
  const file = join(folder, 'connection.json');
  const ports = { shell_port: shell, iopub_port: iopub, stdin_port: stdin, control_port: control, hb_port: hb };
  const content = { transport: 'tcp', ip, key, signature_scheme: 'hmac-sha256', kernel_name: 'tslab', ...ports };
  writeFileSync(file, JSON.stringify(content), { mode: 0o600 });
  return {
    file,
    key,
    shell: `tcp://${ip}:${shell}`,
    iopub: `tcp://${ip}:${iopub}`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** All are held open until the last is found, so that no two are the same. */
const findPorts = async (count: number): Promise<readonly number[]> => {
  const servers = await Promise.all(Array.from({ length: count }, listen));
  const ports = servers.map((server) => (server.address() as { readonly port: number }).port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
};

const listen = (): Promise<ReturnType<typeof createServer>> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, ip, () => resolve(server));
  });
