#!/usr/bin/env bash
# Holds the application against a real Keycloak: who may write, with which token, and what happens
# when keys are rotated or the provider goes away.
#
#   ./mvnw package -DskipTests && src/test/keycloak/run.sh
#
# Takes Keycloak from Maven (170 MB, once), or from KEYCLOAK_HOME. Needs curl and Java. Listens on
# loopback only (KEYCLOAK_PORT, HTTP_PORT), touches only a temporary directory and its own processes.
# Prints a table; fails if a row does.
set -u
root=$(cd "$(dirname "$0")/../../.." && pwd)
here=$root/src/test/keycloak
jar=$root/target/quarkus-app/quarkus-run.jar
version=26.7.3
provider_port=${KEYCLOAK_PORT:-18137}
http=${HTTP_PORT:-18138}
realm=http://127.0.0.1:$provider_port/realms/clausebook
base=http://127.0.0.1:$http
dossier=$base/v1/deals/microsoft-openai/dossier
work=$(mktemp -d)
rows=0 failed=0 provider= app=

clean() {
  for process in $app $provider; do kill -KILL "$process" 2> /dev/null; done
  wait 2> /dev/null
  # The embedded PostgreSQL ends with the application, a moment later.
  sleep 2
  rm -rf "$work"
}
trap clean EXIT

row() { # what, expected, found
  rows=$((rows + 1))
  local mark=✔
  [[ $3 =~ ^($2)$ ]] || { mark=✘; failed=$((failed + 1)); }
  printf '| %s | %s | %s | %s |\n' "$1" "$2" "$3" "$mark"
}
wait_for() { # address seconds
  local end=$((SECONDS + $2))
  until curl -sf -o /dev/null "$1"; do
    [ $SECONDS -lt $end ] || { echo "$1 does not answer; see $work"; tail -n 20 "$work"/*.log; exit 2; }
    sleep 0.5
  done
}
token() { # realm address, then form fields; prints the access token, or the one that MEMBER names
  local at=$1; shift
  curl -s "$at/protocol/openid-connect/token" "${@/#/-d}" \
    | sed -n "s/.*\"${MEMBER:-access_token}\":\"\([^\"]*\)\".*/\1/p"
}
of() { # user, client: by password
  token "$realm" grant_type=password "username=$1" "password=$1" scope=openid \
    "client_id=${2:-curation}" client_secret=only-for-this-check
}
try() { # token [method] [query] [file]: status of a write; its seconds are kept
  local state
  state=$(tag)
  curl -s -o "$work/body" -D "$work/head" -w '%{http_code} %{time_total}' --max-time 20 \
    -X "${2:-PUT}" ${1:+-H "Authorization: Bearer $1"} -H "If-Match: $state" -H 'Content-Type: application/json' \
    -H 'Clausebook-Note: Check against Keycloak' --data-binary "@${4:-$work/dossier.json}" \
    "$dossier${3-?dryRun=true}" > "$work/told"
  cut -d' ' -f1 "$work/told"
}
tag() { curl -s -o "$work/dossier.json" -D - -H 'Accept: application/json' "$dossier" | sed -n 's/^[Ee][Tt]ag: *//p' | tr -d '\r'; }
start_app() {
  env QUARKUS_HTTP_PORT="$http" QUARKUS_HTTP_HOST=127.0.0.1 CLAUSEBOOK_HTTP_PUBLIC_URL="$base" \
    CLAUSEBOOK_EMBEDDED_DIRECTORY="$work/data" \
    MP_JWT_VERIFY_ISSUER="$realm" \
    MP_JWT_VERIFY_PUBLICKEY_LOCATION="$realm/protocol/openid-connect/certs" \
    MP_JWT_VERIFY_AUDIENCES=clausebook \
    java -Xmx256m -jar "$jar" >> "$work/app.log" 2>&1 &
  app=$!
  wait_for "$base/v1" 120
}
admin() { # method path [json]: Keycloak's own administration
  curl -s -X "$1" -H "Authorization: Bearer $master" -H 'Content-Type: application/json' \
    ${3:+-d "$3"} "http://127.0.0.1:$provider_port/admin/realms/clausebook/$2"
}

[ -f "$jar" ] || { echo "Package first: ./mvnw package -DskipTests"; exit 2; }
home=${KEYCLOAK_HOME:-}
if [ -z "$home" ]; then
  home=$work/keycloak
  mkdir "$home"
  "$root/mvnw" -q -B -f "$root/pom.xml" dependency:copy -DoutputDirectory="$work" \
    -Dartifact=org.keycloak:keycloak-quarkus-dist:$version:tar.gz || exit 2
  tar -xzf "$work/keycloak-quarkus-dist-$version.tar.gz" -C "$home" --strip-components=1
fi
mkdir -p "$home/data/import"
cp "$here/clausebook-realm.json" "$home/data/import/"
KC_BOOTSTRAP_ADMIN_USERNAME=operator KC_BOOTSTRAP_ADMIN_PASSWORD=operator JAVA_OPTS_KC_HEAP=-Xmx384m \
  "$home/bin/kc.sh" start-dev --http-host=127.0.0.1 --http-port="$provider_port" --import-realm \
  > "$work/keycloak.log" 2>&1 &
provider=$!
wait_for "$realm" 240
start_app

printf '| what | expected | found | |\n|---|---|---|---|\n'
row "no token" 401 "$(try '')"
service=$(token "$realm" grant_type=client_credentials client_id=curation client_secret=only-for-this-check)
carole=$(of carole) ada=$(of ada) rita=$(of rita)
brief=$(of carole short-lived) given=$SECONDS
row "a service with the role curator, trying" 200 "$(try "$service")"
tag > /dev/null
sed 's/"title":{"fr":"\([^"]*\)"/"title":{"fr":"\1 (essai)"/' "$work/dossier.json" > "$work/edited.json"
row "a service with the role curator, publishing" 200 "$(try "$service" PUT '' "$work/edited.json")"
subject=$(curl -s "$base/v1/deals/microsoft-openai/revisions/2" | sed -n 's/.*"author":{"issuer":"\([^"]*\)","subject":"\([^"]*\)".*/\1 \2/p')
row "the revision names issuer and subject" "$realm [0-9a-f-]{36}" "$subject"
row "a person with the role curator" 200 "$(try "$carole")"
row "a person without a role" 403 "$(try "$rita")"
row "a curator who withdraws" 403 "$(try "$carole" DELETE)"
row "an admin who withdraws" 204 "$(try "$ada" DELETE)"
row "a token for another service" 401 "$(try "$(of carole another-service)")"
row "an ID token" 401 "$(try "$(MEMBER=id_token of carole)")"
row "a refresh token" 401 "$(try "$(MEMBER=refresh_token of carole)")"
row "a token that was bent" 401 "$(try "${carole%?????}AAAAA")"
master=$(token "http://127.0.0.1:$provider_port/realms/master" grant_type=password \
  username=operator password=operator client_id=admin-cli)
row "a token of another realm" 401 "$(try "$master")"

id=$(admin GET '' | sed -n 's/^{"id":"\([^"]*\)".*/\1/p')
admin POST components "{\"name\":\"rotated\",\"providerId\":\"rsa-generated\",\"providerType\":\"org.keycloak.keys.KeyProvider\",\"parentId\":\"$id\",\"config\":{\"priority\":[\"200\"],\"keySize\":[\"2048\"]}}" > /dev/null
fresh=$(of carole) from=$SECONDS found=
kid() { cut -d. -f1 <<< "$1" | tr '_-' '/+' | base64 -d 2> /dev/null | sed -n 's/.*"kid" *: *"\([^"]*\)".*/\1/p'; }
row "after a rotation tokens name another key" different \
  "$([ "$(kid "$fresh")" != "$(kid "$carole")" ] && echo different || echo same)"
while [ $((SECONDS - from)) -le 60 ]; do
  found=$(try "$fresh")
  [ "$found" = 200 ] && break
  sleep 1
done
row "a token of the new key, within a minute" 200 "$found"
echo "  (accepted after $((SECONDS - from)) s)" >&2
row "a token of the old key, still published" 200 "$(try "$carole")"
sleep $((given + 33 - SECONDS > 0 ? given + 33 - SECONDS : 0))
row "a token that is over" 401 "$(try "$brief")"

kill -TERM "$provider"; wait "$provider" 2> /dev/null; provider=
row "provider gone: a reader" 200 "$(curl -s -o /dev/null -w '%{http_code}' "$base/v1/deals")"
row "provider gone: a curator, keys known" 200 "$(try "$fresh")"
kill -TERM "$app"; wait "$app" 2> /dev/null
start_app
row "provider gone since the start: a reader" 200 "$(curl -s -o /dev/null -w '%{http_code}' "$base/v1/deals")"
row "provider gone since the start: a curator" 503 "$(try "$fresh")"
row "  … told within three seconds" yes \
  "$(awk '{ print ($2 < 3 ? "yes" : "no") }' "$work/told")"
row "  … and when to try again" '[0-9]+' "$(sed -n 's/^[Rr]etry-[Aa]fter: *//p' "$work/head" | tr -d '\r')"
row "the log holds no token" none \
  "$(grep -qF -e "$service" -e "$carole" -e "$fresh" "$work/app.log" && echo some || echo none)"
echo "$((rows - failed)) of $rows hold"
[ $failed = 0 ]
