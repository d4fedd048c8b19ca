#!/usr/bin/env bash
# Counts the instructions of single stages with callgrind: the cost of two runs of a stage minus the
# cost of one, which excludes startup, opening the file and the preceding stages.
set -euo pipefail
cd "$(dirname "$0")/.."
if ! command -v valgrind >/dev/null; then
  echo "bench-instructions: valgrind is not installed (Debian: valgrind)" >&2
  exit 2
fi
cargo build --release --example stage

# usage: count STAGE FIXTURE TIMES
count() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null target/release/examples/stage "$1" "fixtures/notices/$2" "$3" 2>&1 |
    sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

echo "| stage | fixture | million instructions |"
echo "|---|---|---|"
while read -r stage fixture; do
  once=$(count "$stage" "$fixture" 1)
  twice=$(count "$stage" "$fixture" 2)
  awk -v s="$stage" -v f="$fixture" -v n=$((twice - once)) 'BEGIN { printf "| %s | %s | %.1f |\n", s, f, n / 1e6 }'
done <<'STAGES'
text-layer grid-found.pdf
decode lockbox-blank-account-g4.tif
prepare lockbox-blank-account-g4.tif
read lockbox-blank-account-g4.tif
STAGES
