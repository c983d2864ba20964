# syntax=docker/dockerfile:1
# The image of the bot, for amd64 and arm64. docs/installing.md tells how to run it.
#   docker build --tag footnote .
# The first stage runs on the machine that builds, and the second runs nothing: no platform needs an emulator.
ARG NODE_IMAGE=node:24-bookworm-slim

FROM --platform=$BUILDPLATFORM ${NODE_IMAGE} AS build
ARG TARGETARCH
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts
COPY . .
RUN npm run build && node packaging/image/assemble.js /image "$TARGETARCH"

FROM ${NODE_IMAGE}
ARG VERSION=unreleased
ARG REVISION=unknown
ARG SOURCE=unknown
LABEL org.opencontainers.image.title="Footnote" \
      org.opencontainers.image.description="A Discord bot that answers members' questions from a folder of articles, word for word" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.source="${SOURCE}"
# What changes least comes first, so that an update loads only the program.
COPY --from=build /image/models/ /app/models/
COPY --from=build /image/packages/ /app/
COPY --from=build /image/knowledge/ /knowledge/
COPY --from=build --chown=10001:10001 /image/state/ /
COPY --from=build /image/program/ /app/

# From here, the bot's own defaults lead to /knowledge and /data/footnote.db.
WORKDIR /
ENV NODE_ENV=production \
    HOME=/tmp \
    METRICS_PORT=9464 \
    METRICS_HOST=0.0.0.0
USER 10001:10001
VOLUME /data
EXPOSE 9464
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["node", "/app/check-health.js"]
# The options are those of `npm start`. Without npm in between, the bot gets SIGTERM itself.
ENTRYPOINT ["node", "--max-semi-space-size=4", "--heap-growing-percent=50", "/app/dist/main.js"]
CMD ["start"]
