FROM node:20-bookworm AS build
WORKDIR /app
# python3 and a compiler come with this image; sqlite3 is compiled where its prebuilt binary cannot be fetched.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json nest-cli.json ./
COPY workflows workflows
COPY config config
COPY src src
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:20-bookworm-slim
ENV NODE_ENV=production \
    THIDUA_HOST=0.0.0.0 \
    PORT=3000 \
    DATABASE_URL=sqlite:/data/thidua.sqlite
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/config config
COPY --from=build /app/dist dist
RUN ln -s /app/dist/src/main.cli.js /usr/local/bin/thidua && chmod +x /app/dist/src/main.cli.js \
    && mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: signals reach the process itself.
CMD ["node", "dist/src/main.cli.js", "serve"]
