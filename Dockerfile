# Clausebook on the JVM, without the embedded database.
#
#   docker build -t clausebook:1.0.0 .
#
# The build needs a registry of images, Maven Central and a Debian or Ubuntu mirror; the cache of Maven
# is kept between builds.
#
# The bases can be replaced (--build-arg RUNTIME=...) by any with Java 25; pin them by digest where
# images are made for others.
ARG BUILD=docker.io/library/eclipse-temurin:25-jdk
ARG RUNTIME=docker.io/library/eclipse-temurin:25-jre

# ---- The application
FROM ${BUILD} AS build
WORKDIR /src
COPY . .
ARG MAVEN_ARGS=""
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -q ${MAVEN_ARGS} package -Dproduction -DskipTests -Dspotless.goal=check

# ---- The process, without its cache
FROM ${RUNTIME} AS process
RUN groupadd --gid 10001 clausebook && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /tmp clausebook
WORKDIR /app
COPY --from=build /src/target/quarkus-app/ /app/
# What is in it (CycloneDX), where scanners look; the application's jar has it too.
COPY --from=build /src/target/classes/META-INF/sbom /app/sbom
COPY src/main/container/java.options /app/
# One arena for what is allocated outside the heap: compilers leave theirs half empty.
ENV MALLOC_ARENA_MAX=1 \
    QUARKUS_LOG_CONSOLE_JSON_ENABLED=true \
    LANG=C.UTF-8

# ---- What the JVM learns in one run on a real PostgreSQL: classes loaded, linked and profiled
FROM process AS training
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql curl >/dev/null
COPY src/main/container/train.sh /train.sh
RUN sh /train.sh

# ---- The image
FROM process
COPY --from=training /app/clausebook.aot /app/clausebook.aot
USER 10001:10001
EXPOSE 8080
# The JVM tells errors of its cache alone: other lines of the log are JSON.
ENTRYPOINT ["java", "@/app/java.options", "-XX:AOTCache=/app/clausebook.aot", "-Xlog:aot*=error", "-jar", "/app/quarkus-run.jar"]
