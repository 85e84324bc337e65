#!/usr/bin/env bash
# Tests everything there is to test, from a clean checkout, without asking.
#
# On Debian as root it installs what is missing (Chromium, a Chinese font, PostgreSQL, Node, a parser of T-SQL); elsewhere it says what it
# goes without. The last line is "N passed, N failed, N skipped"; the exit code is 0 where nothing failed.
#
# WORKFLOWS_POSTGRES  connection string of a PostgreSQL to use instead of a temporary one
# WORKFLOWS_SQLSERVER connection string of a SQL Server; without it the specs of that database are skipped
# WORKFLOWS_KILLS     how often a host is killed on each database (default: 10; nightly: 100)
# WORKFLOWS_CHROMIUM  path of a Chromium to use instead of the machine's
# WORKFLOWS_SUITES    folder of the conformance suites (default: ../shared/suites)
set -uo pipefail
cd "$(dirname "$0")" || exit 1

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
# Nothing that the build starts may outlive it: a server that keeps the output open keeps a pipeline waiting.
export DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

readonly configuration=Release
readonly specs=Workflows.Specs/bin/$configuration/net10.0
readonly results=$PWD/TestResults
scratch=$(mktemp -d) || exit 1
passed=0 failed=0 skipped=0

say() { printf '%s\n' "$*"; }

finish() {
  stop_postgres
  rm -rf "$scratch"
  say "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && exit 0 || exit 1
}

# A check that is not one of the specs: "check NAME COMMAND…" counts as one.
check() {
  local name=$1
  shift
  say "== $name"
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    say "$name failed"
    return 1
  fi
}

# ---- The machine

chromium() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
chinese_font() { command -v fc-list > /dev/null && fc-list :lang=zh-cn family | grep -q .; }
postgres_programs() { ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -n 1; }

install_what_is_missing() {
  local missing=()
  [ -n "${WORKFLOWS_CHROMIUM:-}" ] || chromium > /dev/null || missing+=(chromium)
  chinese_font || missing+=(fontconfig fonts-wqy-microhei)
  [ -n "${WORKFLOWS_POSTGRES:-}" ] || [ -n "$(postgres_programs)" ] || missing+=(postgresql)
  command -v sqlfluff > /dev/null || missing+=(sqlfluff)
  command -v npm > /dev/null || missing+=(nodejs npm)
  [ ${#missing[@]} -gt 0 ] || return 0

  if [ "$(id -u)" -ne 0 ] || ! grep -qs '^ID=debian' /etc/os-release; then
    say "Not installed, for that takes root on Debian: ${missing[*]}."
    return 0
  fi

  say "== install ${missing[*]}"
  apt-get update -qq > "$scratch/apt.log" 2>&1
  local package
  for package in "${missing[@]}"; do
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" < /dev/null >> "$scratch/apt.log" 2>&1 \
      || say "Could not install $package: $(grep '^E:' "$scratch/apt.log" | tail -n 1)"
  done
}

# ---- PostgreSQL: a fresh one on loopback, durable like a real one

postgres=

as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd "$postgres" && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

free_port() {
  local port
  for port in $(shuf -i 20000-32000 -n 50); do
    (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null || { echo "$port"; return; }
  done
}

start_postgres() {
  if [ -n "${WORKFLOWS_POSTGRES:-}" ]; then
    return
  fi

  local programs port password
  programs=$(postgres_programs)
  if [ -z "$programs" ]; then
    say "Without PostgreSQL: specs of that database are skipped."
    return
  fi

  postgres=$(mktemp -d)
  port=$(free_port)
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '%s' "$password" > "$postgres/password"
  [ "$(id -u)" -ne 0 ] || chown -R postgres: "$postgres"
  if as_postgres "$programs/initdb" -D "$postgres/data" -U workflows -A scram-sha-256 --pwfile="$postgres/password" -E UTF8 --locale=C.UTF-8 > "$scratch/postgres.log" 2>&1 \
    && as_postgres "$programs/pg_ctl" -D "$postgres/data" -l "$postgres/log" -w -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$postgres" start > /dev/null 2>&1; then
    export WORKFLOWS_POSTGRES="Host=127.0.0.1;Port=$port;Username=workflows;Password=$password;Database=postgres"
  else
    cat "$scratch/postgres.log" "$postgres/log" 2> /dev/null | tail -n 5
    say "PostgreSQL did not start: specs of that database are skipped."
  fi
}

stop_postgres() {
  if [ -n "$postgres" ]; then
    as_postgres "$(postgres_programs)/pg_ctl" -D "$postgres/data" -m fast -w stop > /dev/null 2>&1
    rm -rf "$postgres"
  fi
}

# ---- Specs

count() { grep -oE "\"$1\": ?[0-9]+" <<< "$summary" | grep -oE '[0-9]+' || echo 0; }

run_specs() {
  local report=$results/specs.ctrf.json conformance=$scratch/conformance.txt summary code
  export WORKFLOWS_CONFORMANCE=$conformance
  rm -f "$report" "$conformance"
  say "== specs"
  "$specs/Workflows.Specs" --results-directory "$results" --report-ctrf --report-ctrf-filename specs.ctrf.json \
    --no-ansi --no-progress --timeout 40m
  code=$?
  [ -f "$conformance" ] && say "== conformance" && sort "$conformance"

  summary=$(tr -d '\n' < "$report" 2> /dev/null | grep -oE '"summary": ?\{[^}]*\}')
  passed=$((passed + $(count passed)))
  failed=$((failed + $(count failed)))
  skipped=$((skipped + $(count skipped)))
  if [ "$code" -ne 0 ] && [ "$(count failed)" -eq 0 ]; then
    failed=$((failed + 1))
    say "The specs ended with code $code although no single spec failed."
  fi
}

trap finish EXIT
trap 'failed=$((failed + 1)); exit 1' INT TERM

if ! command -v dotnet > /dev/null; then
  say "Expected the .NET SDK that global.json names, but there is no dotnet on the path."
  failed=1
  exit 1
fi

install_what_is_missing
if [ -z "${WORKFLOWS_CHROMIUM:-}" ] && chromium > /dev/null; then
  WORKFLOWS_CHROMIUM=$(chromium)
  export WORKFLOWS_CHROMIUM
fi
[ -n "${WORKFLOWS_CHROMIUM:-}" ] || say "Without Chromium: specs in the browser are skipped."
[ -d "${WORKFLOWS_SUITES:-../shared/suites}" ] || say "Without the conformance suites: specs that read them are skipped."
start_postgres

check restore dotnet restore Workflows.sln --locked-mode -v quiet || exit 1
check build dotnet build Workflows.sln -c "$configuration" --no-restore -v quiet || exit 1
check format dotnet format Workflows.sln --verify-no-changes --no-restore
run_specs
