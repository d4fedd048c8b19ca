#!/usr/bin/env bash
# Prints the path of a Rust development tool, building it first if needed. Tools are kept in
# target/tools, one folder per version; nothing is installed globally.
# usage: tool.sh COMMAND CRATE VERSION
set -euo pipefail
cd "$(dirname "$0")/.."
command=$1 crate=$2 version=$3
folder=target/tools/$crate-$version

if [ ! -x "$folder/bin/$command" ]; then
  echo "tool: building $crate $version once; this takes a few minutes" >&2
  cargo install --quiet --locked --root "$folder" --version "$version" "$crate" >&2
fi
echo "$folder/bin/$command"
