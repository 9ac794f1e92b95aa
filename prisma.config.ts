import { existsSync } from 'node:fs';
import { definePrismaConfig } from '@prisma/cli-engine';
import { defineConfig } from '@prisma/orm-mongo/config';

// Prisma’s command line reads no .env by itself.
if (existsSync('.env')) process.loadEnvFile('.env');

// Read by Prisma's command line only; the application reads its settings in src/env.ts.
export default definePrismaConfig({
  orm: defineConfig({
    contract: './prisma/contract.prisma',
    migrations: { dir: './prisma/migrations' },
    db: {
      connection:
        process.env.DATABASE_URL || process.env.MONGODB_URI || 'mongodb://127.0.0.1:27017/nexusflow',
    },
  }),
});
