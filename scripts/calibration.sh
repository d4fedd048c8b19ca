#!/usr/bin/env bash
# Generates notices in parts of 250 files, reads each part, and writes docs/calibration.svg and the
# tables in docs/CALIBRATION.md. Parts that are already finished are reused.
# usage: calibration.sh FIRST_SEED FILES
set -euo pipefail
cd "$(dirname "$0")/.."
part=250
folders=()
for ((first = 0; first < $2; first += part)); do
  seed=$(($1 + first / part))
  count=$(($2 - first < part ? $2 - first : part))
  folder=target/calibration/$seed-$count
  folders+=("$folder")
  [ -s "$folder/answers.jsonl" ] && continue
  if [ ! -d "$folder" ]; then
    rm -rf "$folder.part"
    mkdir -p "$folder.part"
    target/release/notices --out "$folder.part" --seed "$seed" --count "$count"
    mv "$folder.part" "$folder"
  fi
  find "$folder" -type f ! -name '*.jsonl' | sort > "$folder/files.txt"
  target/release/extract --format jsonl --exit-zero --files-from "$folder/files.txt" > "$folder/answers.part"
  mv "$folder/answers.part" "$folder/answers.jsonl"
done
tables=$(target/release/calibration docs/calibration.svg "${folders[@]}")
text=docs/CALIBRATION.md
{
  sed '/^<!-- tables -->$/q' "$text"
  echo
  echo "\`make calibration SEED=$1 COUNT=$2\`: $tables"
} > "$text.new"
mv "$text.new" "$text"
