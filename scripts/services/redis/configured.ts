import type { ServiceProvider } from '../provider.ts';

/** A Redis the user runs: nothing is started and nothing stopped. */
export const configured: ServiceProvider = {
  name: 'REDIS_URL',
  async start() {
    const { REDIS_URL, REDIS_HOST, REDIS_PORT, REDIS_PASSWORD } = process.env;
    if (REDIS_URL) return { url: REDIS_URL, pid: null, stop: async () => undefined };
    if (!REDIS_HOST) throw new Error('not set');
    const password = REDIS_PASSWORD ? `:${encodeURIComponent(REDIS_PASSWORD)}@` : '';
    return {
      url: `redis://${password}${REDIS_HOST}:${REDIS_PORT || 6379}`,
      pid: null,
      stop: async () => undefined,
    };
  },
};
