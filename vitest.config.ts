import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Unit tests are pure; integration tests need DATABASE_URL and REDIS_URL (`npm test` starts both).
export default defineConfig({
  // As components name what they share (tsconfig.json).
  resolve: { alias: { '@/': fileURLToPath(new URL('./src/', import.meta.url)) } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,worker,scripts,chaos}/**/*.test.ts'],
          exclude: ['**/*.integration.test.ts', '**/node_modules/**'],
          // Nothing here is slow; a machine that is busy with other things may be.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['{src,worker,scripts,chaos}/**/*.integration.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Two cores share one database: files one after another keep waits honest.
          fileParallelism: false,
        },
      },
    ],
  },
});
