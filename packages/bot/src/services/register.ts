import type { Service } from './service.ts';

/** `vanish register` */
export const register: Service = {
  name: 'register',
  summary: 'tells Discord which commands there are: once, and after updates',
  run: async (host) => (await import('./run-register.ts')).runRegister(host),
};
