# The application without the embedded database: it needs a PostgreSQL server, named by DB_URL (docs/settings.md).

FROM maven:3.9.11-eclipse-temurin-17 AS build
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml ./
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -q dependency:resolve dependency:resolve-plugins
COPY processes processes
COPY forms forms
COPY workers/java workers/java
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -q package -Dmaven.test.skip=true \
    && java -Djarmode=tools -jar target/informational-interviews-*.jar \
        extract --layers --application-filename application.jar --destination layers \
    && rm layers/dependencies/lib/embedded-postgres-binaries-*.jar

FROM eclipse-temurin:25.0.3_9-jre-noble AS application
RUN useradd --system --uid 10001 --user-group --no-create-home interviews
WORKDIR /application
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./

# Starts once against a PostgreSQL of this stage and keeps the classes it loaded: later starts need not read them again.
FROM application AS training
RUN apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends postgresql
RUN service postgresql start \
    && su postgres -c "createuser interviews" && su postgres -c "createdb --owner interviews interviews" \
    && su postgres -c "psql -c \"alter user interviews password 'training'\"" \
    && DB_URL=jdbc:postgresql://127.0.0.1:5432/interviews DB_USER=interviews DB_PASSWORD=training \
        LINK_KEY=$(head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n') \
        java -XX:ArchiveClassesAtExit=/tmp/application.jsa -Dspring.context.exit=onRefresh -jar application.jar

FROM application
COPY --from=training /tmp/application.jsa ./
USER interviews
EXPOSE 8080
ENV JAVA_TOOL_OPTIONS="-XX:SharedArchiveFile=/application/application.jsa -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
    CMD ["bash", "-c", "curl -fsS http://127.0.0.1:${PORT:-8080}/actuator/health"]
ENTRYPOINT ["bash", "-c", ": \"${DB_URL:?This image has no database of its own: set DB_URL (jdbc:postgresql://host:5432/name), DB_USER and DB_PASSWORD.}\"; exec java -jar application.jar \"$@\"", "informational-interviews"]
