// Everywhere else an empty setting means "not set" (.env.example has them all); NextAuth takes it for an address while the
// pages are built. When they are served, web/main.ts says the real one.
if (process.env.NEXTAUTH_URL === '') process.env.NEXTAUTH_URL = 'http://localhost:3000';

/** @type {import('next').NextConfig} */
export default {
  // `npm test` builds elsewhere while a demo runs from .next.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // A page's own markup holds no data: it asks for that itself, so one seen before is shown at once.
  experimental: { staleTimes: { dynamic: 300 } },
  // Native or large server-side packages are loaded by Node as they are, not bundled.
  serverExternalPackages: [
    '@node-rs/argon2',
    'mongodb',
    'bullmq',
    'ioredis',
    'pino',
    'swagger-ui-dist',
    '@prisma/orm-mongo',
  ],
};
