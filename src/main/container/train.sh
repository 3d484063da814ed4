#!/bin/sh
# Runs the application once as it will be run, and keeps what the JVM learnt.
set -eu
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)
data=$(mktemp -d)
chown postgres "$data"
as_postgres() { su postgres -s /bin/sh -c "$1"; }
as_postgres "$bin/initdb -D $data -U postgres -A trust -E UTF8 >/dev/null"
as_postgres "$bin/pg_ctl -D $data -o '-p 5433 -c listen_addresses=127.0.0.1 -c fsync=off' -l $data/log -w start >/dev/null"
QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:5433/postgres \
QUARKUS_DATASOURCE_USERNAME=postgres \
  java @/app/java.options -XX:AOTCacheOutput=/app/clausebook.aot -jar /app/quarkus-run.jar &
process=$!
i=0
until curl -sf -o /dev/null http://127.0.0.1:8080/q/health/ready; do
  i=$((i + 1))
  [ $i -lt 240 ] || { echo "The application does not get ready"; exit 1; }
  sleep 0.5
done
# It has answered itself what readers ask; this is what it did not ask itself.
for path in / /swagger-ui /q/metrics /v1/deals/microsoft-openai /v1/deals/microsoft-openai/clauses; do
  for language in en fr; do
    curl -s -o /dev/null --compressed -H "Accept-Language: $language" "http://127.0.0.1:8080$path"
  done
done
kill -TERM $process
wait $process || true
test -s /app/clausebook.aot
as_postgres "$bin/pg_ctl -D $data -m immediate stop >/dev/null"
