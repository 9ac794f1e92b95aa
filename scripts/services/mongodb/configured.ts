import type { ServiceProvider } from '../provider.ts';

/** A database the user runs: nothing is started and nothing stopped. */
export const configured: ServiceProvider = {
  name: 'DATABASE_URL',
  async start() {
    const url = process.env.DATABASE_URL || process.env.MONGODB_URI;
    if (!url) throw new Error('not set');
    return { url, pid: null, stop: async () => undefined };
  },
};
