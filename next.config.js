/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
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
