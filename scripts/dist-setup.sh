#!/usr/bin/env bash
# Installs what `make dist` needs beside what scripts/setup.sh installs. Silent if nothing is missing.
# usage: dist-setup.sh [aarch64]     with aarch64, the cross compiler and an emulator to try it in
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/install.sh

packages=(
  binutils dpkg-dev     # readelf, strip, dpkg-deb and dpkg-shlibdeps
  musl-tools            # compiles the C parts of the static program
  debootstrap           # a bare Debian, in which scripts/dist-test.sh installs the packages
)
targets=(x86_64-unknown-linux-musl)
if [ "${1:-}" = aarch64 ]; then
  packages+=(gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user-static)
  targets+=(aarch64-unknown-linux-gnu)
fi

scripts/setup.sh
command -v dpkg-query >/dev/null || { echo "dist-setup: this needs Debian" >&2; exit 1; }
install_missing dist-setup "${packages[@]}"

installed=$(rustc --print target-libdir >/dev/null && rustup target list --installed)
for target in "${targets[@]}"; do
  grep -qx "$target" <<<"$installed" || rustup target add "$target"
done
