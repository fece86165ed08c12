# The ground both comparisons stand on, sourced: a Python of their own, and a PostgreSQL that is thrown away at the end.
peers=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
python=$peers/.venv/bin/python
# The libraries' thread pools; two, because the figures should not need a large machine.
export OMP_NUM_THREADS=${THREADS:-2} OPENBLAS_NUM_THREADS=1

say() { printf '%s\n' "$*" >&2; }
server() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
sql() { "$bin/psql" -X -q -A -t -v ON_ERROR_STOP=1 "$@"; }
seconds_since() { awk -v a="$1" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.2f", b - a }'; }

install_libraries() {
  [ "$peers/.venv/installed" -nt "$peers/requirements.txt" ] && return
  say 'installing the libraries into Benchmarks/peers/.venv'
  python3 -m venv "$peers/.venv"
  "$python" -m pip install -q --disable-pip-version-check -r "$peers/requirements.txt"
  touch "$peers/.venv/installed"
}

start_server() {
  home=$(mktemp -d)
  trap stop_server EXIT
  mkdir "$home/socket" "$home/out"
  chmod 755 "$home" "$home/socket"
  [ "$(id -u)" -ne 0 ] || chown postgres: "$home" "$home/socket"
  export PGHOST=$home/socket PGUSER=peers PGDATABASE=postgres PGCLIENTENCODING=UTF8
  unset PGPORT PGSERVICE PGPASSWORD PGOPTIONS
  server "$bin/initdb" -D "$home/data" -U peers -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
  printf '%s\n' "listen_addresses = ''" "unix_socket_directories = '$home/socket'" 'fsync = off' |
    server tee -a "$home/data/postgresql.conf" >/dev/null
  server "$bin/pg_ctl" -D "$home/data" -l "$home/data/log" -w start >/dev/null
}

stop_server() {
  server "$bin/pg_ctl" -D "$home/data" -m immediate stop >/dev/null || true
  rm -rf "$home"
}

# One bank, one night: night BANK AS_OF PACK [option…]. Leaves its seconds in $night_seconds.
night() {
  local bank=$1 as_of=$2 pack=$3 begin
  shift 3
  "$xsell" migrate --source >/dev/null
  "$xsell" source load "$pack" --bank "$bank" >/dev/null
  sql -c analyze
  begin=$EPOCHREALTIME
  "$xsell" nightly --bank "$bank" --as-of "$as_of" "$@" >&2 || [ $? -eq 2 ]
  night_seconds=$(seconds_since "$begin")
}
