# The standalone server (default target) and, for trying it out, Stripe Identity's sandbox (--target sandbox).

# What the installation hangs on, alone: a change of source does not install again.
FROM node:24.21.0-bookworm-slim AS manifests
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml tsconfig.base.json ./
COPY packages/contract/package.json packages/contract/
COPY packages/server/package.json packages/server/
COPY packages/console/package.json packages/console/
COPY packages/sandbox/package.json packages/sandbox/

# No install script runs: nothing is compiled, and SQLite is Node's own.
FROM manifests AS build
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --ignore-scripts --filter stripe-identity --filter stripe-identity-contract --filter stripe-identity-console --filter stripe-identity-server
COPY packages/contract packages/contract
COPY packages/console packages/console
COPY packages/server packages/server
RUN npx --yes pnpm@12.21.0 --filter stripe-identity-console --filter stripe-identity-server run build
RUN npx --yes pnpm@12.21.0 --config.inject-workspace-packages=true --filter stripe-identity-server deploy --prod --no-optional --ignore-scripts deployed
RUN mkdir data

FROM manifests AS build-sandbox
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --ignore-scripts --filter stripe-identity --filter stripe-identity-sandbox
COPY packages/sandbox packages/sandbox
RUN npx --yes pnpm@12.21.0 --filter stripe-identity-sandbox run build
RUN npx --yes pnpm@12.21.0 --config.inject-workspace-packages=true --filter stripe-identity-sandbox deploy --prod --no-optional --ignore-scripts deployed

FROM node:24.21.0-bookworm-slim AS sandbox
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build-sandbox /app/deployed ./
USER node
EXPOSE 12111
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --start-interval=500ms \
  CMD ["node", "-e", "fetch('http://127.0.0.1:12111/_sandbox/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/cli.js", "--host", "0.0.0.0"]

FROM node:24.21.0-bookworm-slim AS server
ENV NODE_ENV=production DATABASE_URL=sqlite:/data/identity.db
WORKDIR /app
COPY --from=build /app/deployed ./
COPY --from=build --chown=node:node /app/data /data
VOLUME /data
USER node
EXPOSE 4242
# Whether the process answers, not whether it is ready: a database that is away is no reason to replace it.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4242}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node is the first process and takes SIGTERM itself: no shell and no npm in between.
CMD ["node", "dist/cli.js"]
