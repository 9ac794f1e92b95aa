# One image for the web, the worker, migrations and the operators' commands: they differ by what is started.
#   docker build -t nexusflow .
#   docker run --env-file .env nexusflow                          the web, on port 3000
#   docker run --env-file .env nexusflow node worker/main.ts      a worker
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV DO_NOT_TRACK=1 NEXT_TELEMETRY_DISABLED=1
# The packages have a layer of their own: it is made anew only when they change.
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# Needs no settings: those are read when a process starts. What only builds and tests need goes afterwards.
RUN npm run build \
  && npm prune --omit=dev \
  && rm -rf .next/cache \
  && find src web worker scripts -name '*.test.ts' -delete

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production DO_NOT_TRACK=1 NEXT_TELEMETRY_DISABLED=1
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/.next ./.next
COPY --from=build /app/package.json /app/next.config.js /app/prisma.config.ts ./
COPY --from=build /app/public ./public
COPY --from=build /app/docs ./docs
COPY --from=build /app/CHANGELOG.md /app/CONTRIBUTING.md /app/README.md ./
COPY --from=build /app/prisma ./prisma
COPY --from=build /app/src ./src
COPY --from=build /app/web ./web
COPY --from=build /app/worker ./worker
COPY --from=build /app/scripts ./scripts
# Next keeps pictures it has made smaller here, and nothing else is written.
RUN mkdir -p .next/cache && chown node:node .next/cache
USER node
EXPOSE 3000 3001
# The web's; a worker answers /health on WORKER_PORT (compose.yaml says so).
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "web/main.ts"]
