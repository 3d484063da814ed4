#!/usr/bin/env bash
# Breaks things and looks at what clients see: the packaged application on a real PostgreSQL.
#
#   ./mvnw package -Dproduction -DskipTests && src/test/faults/run.sh
#
# Needs PostgreSQL's server binaries (PG_BIN, else the newest of /usr/lib/postgresql), curl and Java.
# Touches only a temporary directory and its own processes. Prints a table; fails if a row does.
set -u
root=$(cd "$(dirname "$0")/../../.." && pwd)
jar=$root/target/quarkus-app/quarkus-run.jar
bin=${PG_BIN:-$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)}
http=${HTTP_PORT:-18105}
port=${PG_PORT:-15105}
work=$(mktemp -d)
chmod 755 "$work"
base=http://127.0.0.1:$http
path=/v1/deals/microsoft-openai/clauses
rows=0 failed=0 app=
table=$work/table.md
printf '| fault | passes when | result | |\n|---|---|---|---|\n' > "$table"

postgres() { # runs a command as a user that PostgreSQL accepts
  if [ "$(id -u)" = 0 ]; then su postgres -s /bin/sh -c "$1"; else sh -c "$1"; fi
}
pg() { postgres "$bin/pg_ctl -D $work/data -l $work/postgres.log -w $*" > /dev/null 2>&1; }
pg_start() { pg "-o '-p $port -k $work/socket -c listen_addresses=127.0.0.1 $*' start"; }
sql() { postgres "$bin/psql -qAt -h 127.0.0.1 -p $port -U postgres -d ${2:-clausebook} -c \"$1\""; }
postmaster() { head -n 1 "$work/data/postmaster.pid"; }
all_of_postgres() { echo "$(postmaster) $(pgrep -P "$(postmaster)" | tr '\n' ' ')"; }

get() { # path [curl options]: status and seconds
  local at=$1; shift
  curl -s -o "$work/body" -D "$work/head" -w '%{http_code} %{time_total}' --max-time 20 "$@" "$base$at"
}
status() { get "$@" | cut -d' ' -f1; }
wait_for() { # status path seconds
  local end=$((SECONDS + $3))
  while [ $SECONDS -lt $end ]; do [ "$(status "$2")" = "$1" ] && return 0; sleep 0.1; done
  return 1
}
start_app() { # env assignments
  env QUARKUS_HTTP_PORT=$http CLAUSEBOOK_HTTP_PUBLIC_URL=$base \
    QUARKUS_DATASOURCE_JDBC_URL="jdbc:postgresql://127.0.0.1:$port/clausebook" \
    QUARKUS_DATASOURCE_USERNAME=clausebook QUARKUS_DATASOURCE_PASSWORD=secret-of-the-application \
    QUARKUS_FLYWAY_MIGRATE_AT_START=false QUARKUS_FLYWAY_VALIDATE_AT_START=true \
    "$@" java -Xmx256m -jar "$jar" > "$work/app.log" 2>&1 &
  app=$!
}
migrate() {
  env QUARKUS_HTTP_PORT=$((http + 1)) \
    QUARKUS_DATASOURCE_JDBC_URL="jdbc:postgresql://127.0.0.1:$port/clausebook" \
    QUARKUS_DATASOURCE_USERNAME=clausebook_owner QUARKUS_DATASOURCE_PASSWORD=secret-of-the-owner \
    QUARKUS_INIT_AND_EXIT=true QUARKUS_FLYWAY_PLACEHOLDERS_APPLICATIONROLE=clausebook \
    java -Xmx256m -jar "$jar" > "$work/$1.log" 2>&1
}
stop_app() { kill -TERM "$app" 2>/dev/null; wait "$app" 2>/dev/null; }
row() { # fault, criterion, result, command that decides
  rows=$((rows + 1))
  if eval "$4"; then mark=✔; else mark=✘; failed=$((failed + 1)); fi
  printf '| %s | %s | %s | %s |\n' "$1" "$2" "$3" "$mark" | tee -a "$table"
}
less() { awk "BEGIN { exit !($1 < $2) }"; }
clean() {
  kill -KILL "$app" 2>/dev/null
  [ -f "$work/data/postmaster.pid" ] && { kill -CONT $(all_of_postgres) 2>/dev/null; pg "-m immediate stop"; }
  rm -rf "$work/data" "$work/socket"
}
trap clean EXIT

[ -f "$jar" ] || { echo "Package first: ./mvnw package -Dproduction -DskipTests"; exit 2; }
mkdir "$work/socket" "$work/data"
[ "$(id -u)" = 0 ] && chown postgres "$work/socket" "$work/data"
postgres "$bin/initdb -D $work/data -U postgres -A trust -E UTF8 --locale=C.UTF-8" > /dev/null || exit 2

# ---- No database at the start
start_app; wait "$app"; code=$?
row "F05 database stopped, cold start" "ends at once with a sentence" \
  "$(grep -o 'PostgreSQL does not answer[^;]*' "$work/app.log" | tail -n 1)" \
  "[ $code != 0 ] && grep -q 'Clausebook does not start. PostgreSQL does not answer' '$work/app.log'"

# ---- Two migrations at once, as the owner; the application as another role
pg_start || { cat "$work/postgres.log"; exit 2; }
sql "create role clausebook_owner login password 'secret-of-the-owner'" postgres
sql "create role clausebook login password 'secret-of-the-application'" postgres
sql "create database clausebook owner clausebook_owner" postgres
start_app; wait "$app"
row "application before the migration" "refuses to start and says why" \
  "$(grep -o 'The schema of the database[^:]*' "$work/app.log" | tail -n 1)" \
  "grep -q 'run the migration' '$work/app.log'"
migrate one & first=$!
migrate two & second=$!
wait $first; a=$?; wait $second; b=$?
row "F33 two migrations at once" "both end well, one schema" "exit codes $a and $b" "[ $a = 0 ] && [ $b = 0 ]"
start_app
wait_for 200 /q/health/ready 90
row "application under its own role" "ready, bundled dossiers published" "$(status $path)" "[ \$(status $path) = 200 ]"
row "secrets in the log" "none" "$(grep -c secret-of "$work/app.log") lines" "! grep -q secret-of '$work/app.log'"
row "ASVS 13.2.2 role of the application" "may not change what was published" \
  "$(sql "set role clausebook; update publication set note = 'x'" 2>&1 | head -n 1)" \
  "sql \"set role clausebook; update publication set note = 'x'\" 2>&1 | grep -q 'permission denied'"
tag=$(get $path > /dev/null; grep -i '^etag' "$work/head" | tr -d '\r')

# ---- Stopped and back
pg "-m immediate stop"
sleep 1.5
set -- $(get "$path?asOf=2025-11-0$((RANDOM % 9 + 1))")
row "F04 database stopped, not rendered before" "503 with Retry-After in at most 1.5 s" "$1 in $2 s" \
  "[ $1 = 503 ] && less $2 1.5 && grep -qi '^retry-after' '$work/head'"
row "F04 liveness meanwhile" 200 "$(status /q/health/live)" "[ \$(status /q/health/live) = 200 ]"
row "F04 readiness meanwhile" "200, says that the database is away" "$(status /q/health/ready)" \
  "[ \$(status /q/health/ready) = 200 ] && grep -q '\"reachable\": *false' '$work/body'"
pg_start; began=$(date +%s%N)
wait_for 200 "$path?asOf=2025-11-01" 15
took=$(( ($(date +%s%N) - began) / 1000000 ))
row "F04 recovery without a restart" "2 s" "$took ms" "[ $took -lt 2000 ]"

# ---- Hung
hung=$(all_of_postgres)
kill -STOP $hung
slowest=0 codes=
for i in 1 2 3 4 5 6 7 8; do get "$path?asOf=2025-12-0$i" > "$work/hung$i" & done
set -- $(get /q/health/ready); ready=$2
set -- $(get /q/health/live); live=$2
for i in 1 2 3 4 5 6 7 8; do
  while [ ! -s "$work/hung$i" ]; do sleep 0.1; done
  read -r code seconds < "$work/hung$i"
  codes="$codes $code"
  less "$slowest" "$seconds" && slowest=$seconds
done
kill -CONT $hung
row "F06 database hung, eight readers" "answered in at most 3.3 s" "$codes, slowest $slowest s" "less $slowest 3.3"
row "F06 probes meanwhile" "at most 1 s" "ready $ready s, live $live s" "less $ready 1 && less $live 1"
wait_for 200 "$path?asOf=2025-12-01" 5
row "F06 afterwards" 200 "$(status "$path?asOf=2025-12-01")" "[ \$(status '$path?asOf=2025-12-01') = 200 ]"

# ---- Connections killed, lock, read-only
good=0
for i in $(seq 40); do
  sql "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'clausebook'" > /dev/null
  [ "$(status "$path?asOf=2025-10-29")" = 200 ] && good=$((good + 1))
done
row "F08 connections killed before each of 40 reads" "all answered 200" "$good of 40" "[ $good = 40 ]"
(sql "begin; lock table publication in access exclusive mode; select pg_sleep(5); commit" > /dev/null) & locker=$!
sleep 0.7
set -- $(get "$path?asOf=2025-10-30")
row "F11 table locked" "answered in at most 3.3 s" "$1 in $2 s" "less $2 3.3"
wait $locker

# ---- Stopping
stop_app
start_app QUARKUS_SHUTDOWN_DELAY=2s
wait_for 200 /q/health/ready 90
same=$(get $path > /dev/null; grep -i '^etag' "$work/head" | tr -d '\r')
row "H21 entity tag after a restart" "the same" "$same" "[ '$tag' = '$same' ]"
kill -TERM "$app"
sleep 0.7
during=$(status $path); ready=$(status /q/health/ready)
began=$(date +%s%N); wait "$app" 2>/dev/null
took=$(( ($(date +%s%N) - began) / 1000000 ))
row "F02 SIGTERM" "not ready, serves on, then ends" "ready $ready, reads $during, ended after $took ms" \
  "[ $ready = 503 ] && [ $during = 200 ] && [ $took -lt 12000 ]"

# ---- Bounds
start_app CLAUSEBOOK_TRAFFIC_REQUESTS_PER_MINUTE=5
wait_for 200 /q/health/ready 90
for i in 1 2 3 4 5; do status $path > /dev/null; done
row "H101 over the quota of a client" "429, Retry-After, RateLimit" "$(status $path)" \
  "[ \$(status $path) = 429 ] && grep -qi '^retry-after' '$work/head' && grep -qi '^ratelimit:' '$work/head'"
stop_app

# ---- Backup, destroy, restore
start_app; wait_for 200 /q/health/ready 90
get "$path?asOf=2026-01-01" > /dev/null; before=$(sha256sum < "$work/body")
stop_app
postgres "$bin/pg_dump -h 127.0.0.1 -p $port -U postgres -Fc -f $work/socket/dump clausebook"
sql "drop database clausebook" postgres
sql "create database clausebook owner clausebook_owner" postgres
postgres "$bin/pg_restore -h 127.0.0.1 -p $port -U postgres -d clausebook $work/socket/dump" 2> "$work/restore.log"
start_app; wait_for 200 /q/health/ready 90
get "$path?asOf=2026-01-01" > /dev/null; after=$(sha256sum < "$work/body")
row "F34 backup, destroy, restore" "the same bytes" "${after%% *}" "[ '$before' = '$after' ]"
kill -KILL "$app"; wait "$app" 2>/dev/null
start_app; wait_for 200 /q/health/ready 90
row "F03 SIGKILL, then start" "ready by itself" "$(status $path)" "[ \$(status $path) = 200 ]"
stop_app

echo; echo "$((rows - failed)) of $rows pass; logs in $work"
[ $failed = 0 ]
