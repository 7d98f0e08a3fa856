# Shared by the benchmarks: tools, a platform of their own on random ports, and medians.
set -euo pipefail

bench_dir=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
home=$(CDPATH='' cd -- "$bench_dir/../.." && pwd -P)
work=$(mktemp -d)

connections=${BENCH_CONNECTIONS:-32}
threads=2
# The compiler of Java competes with the work for some tens of seconds.
warm_up=${BENCH_WARM_UP:-30}
seconds=${BENCH_SECONDS:-15}
rounds=${BENCH_ROUNDS:-3}

started=()
clean_up() {
  local status=$?
  trap - EXIT
  for ((i = ${#started[@]} - 1; i >= 0; i--)); do
    kill "${started[i]}" 2>/dev/null || true
    wait "${started[i]}" 2>/dev/null || true
  done
  rm -rf "$work"
  exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

say() { printf '%s\n' "$*" >&2; }

# need PROGRAM PACKAGE: installs a package of the distribution when its program is missing.
need() {
  command -v "$1" >/dev/null && return
  say "bench: $1 is missing; installing the package $2"
  local as_root=()
  [[ $(id -u) -eq 0 ]] || as_root=(sudo)
  if ! { "${as_root[@]}" apt-get update -q &&
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -q -y --no-install-recommends "$2"; } >&2; then
    say "bench: install the package $2 by hand and start again"
    exit 1
  fi
}

# Prints the path of nginx. Where it is not installed, its package is only unpacked: installing it
# would start a server on port 80.
nginx_program() {
  command -v nginx && return
  local unpacked=$bench_dir/target/nginx
  if [[ ! -x $unpacked/usr/sbin/nginx ]]; then
    say "bench: fetching the package nginx"
    mkdir -p "$unpacked"
    (cd "$unpacked" && { apt-get download -q nginx || { apt-get update -q && apt-get download -q nginx; }; } &&
      dpkg -x nginx_*.deb .) >&2
  fi
  echo "$unpacked/usr/sbin/nginx"
}

# Starts the platform; sets base_url, api_key and data.
start_platform() {
  data=$work/data
  "$home/deploy/local/up" --random-ports --data "$data" >"$work/up.log" 2>&1 &
  local up=$!
  started+=("$up")
  until [[ -s $data/connection.json ]]; do
    if ! kill -0 "$up" 2>/dev/null; then
      cat "$work/up.log" >&2
      exit 1
    fi
    sleep 0.5
  done
  base_url=$(json baseUrl <"$data/connection.json")
  api_key=$(json apiKey <"$data/connection.json")
}

# address NAME: host:port of a process, as the launcher told it.
address() { sed -n "s|^ *$1 .* \(http://\)\{0,1\}\(127\.0\.0\.1:[0-9]*\)\$|\2|p" "$work/up.log" | tail -n 1; }

secret() { sed -n "s/^$1=//p" "$data/secrets/secrets.properties" | sed 's/\\\(.\)/\1/g'; }

# json NAME: one member of the object on standard input; dots lead into inner objects.
json() {
  python3 -c 'import json, sys
value = json.load(sys.stdin)
for name in sys.argv[1].split("."):
    value = value[name]
print(value)' "$1"
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# Makes one offering through the gateway and prints its id.
create_offering() {
  curl -fsS -X POST "$base_url/v1/offerings" -H "Authorization: Bearer $api_key" \
    -H 'Content-Type: application/json' \
    -d '{"name":"Check-in","kind":"service","description":"Bags within 20 minutes"}' | json id
}

# load SECONDS URL HEADER...: prints "requests/s p99" of wrk; anything but 2xx is a failed benchmark.
# What is sent is a GET, or what the script load_script makes of it.
load() {
  local duration=$1 url=$2 output
  shift 2
  local headers=()
  for header in "$@"; do headers+=(-H "$header"); done
  [[ -z ${load_script:-} ]] || headers+=(-s "$load_script")
  output=$(wrk -t"$threads" -c"$connections" -d"${duration}s" --latency "${headers[@]}" "$url")
  if grep -qE 'Non-2xx|Socket errors' <<<"$output"; then
    say "$output"
    say "bench: not every request was answered well"
    exit 1
  fi
  awk '/Requests\/sec/ {rate = $2} $1 == "99%" {p99 = $2} END {print rate, p99}' <<<"$output"
}

# Median of the first column of standard input; with the second column of the same row.
median() { sort -g | awk '{row[NR] = $0} END {print row[int((NR + 1) / 2)]}'; }

machine() {
  printf '%s cores, %s' "$(nproc)" "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)"
}

# row BENCHMARK BASELINE OURS P99: a line for the table in the README.
row() {
  python3 - "$@" "$(date -u +%Y-%m-%d)" "$(machine)" <<'PYTHON'
import sys
name, baseline, ours, p99, date, machine = sys.argv[1:]
baseline, ours = float(baseline), float(ours)
print(f"| {date} | {name} | {baseline:,.0f}/s | {ours:,.0f}/s | {ours / baseline:.0%} | {p99} | {machine} |")
PYTHON
}
