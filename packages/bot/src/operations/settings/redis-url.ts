import type { Reader } from './reader.ts';
import { masked } from './shown.ts';

const name = 'VANISH_REDIS_URL';

/** Where jobs wait for several processes; null: in the memory of this one. The address may hold a password, so nobody quotes it. */
export const readRedisUrl = (reader: Reader): string | null => {
  const value = reader.secret(name);
  if (value === null) return null;
  if (!isRedisUrl(value)) {
    reader.hide(value);
    return reader.complain({
      field: name,
      given: masked(value),
      problem: `${name} is no address that begins with redis:// or rediss:// and names a host, but ${masked(value)}`,
      nearest: `${name}=redis://127.0.0.1:6379`,
    });
  }
  hidePassword(reader, new URL(value).password);
  return value;
};

const isRedisUrl = (value: string): boolean => {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return /^rediss?:$/u.test(protocol) && hostname !== '';
};

/** As it stands in the address, and as the server knows it. */
const hidePassword = (reader: Reader, password: string): void => {
  if (password === '') return;
  reader.hide(password);
  try {
    reader.hide(decodeURIComponent(password));
  } catch {
    // a lone % is a part of the password
  }
};
