#!/usr/bin/env bash
# Takes the README's screenshot of the review page: some fixtures, rendered by headless Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/install.sh
command -v chromium >/dev/null || install_missing desk-picture chromium

desk=target/desk.html
notices=(grid-found-copied.pdf biometrics-blank-account.pdf grid-absent-ioe.pdf grid-found-fax.tif family-found.pdf access-found.pdf)
(cd fixtures && ../target/release/extract --quiet --exit-zero "${notices[@]/#/notices/}" --output "../$desk")
chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 --window-size=1160,900 \
  --screenshot="$PWD/docs/desk.png" "file://$PWD/$desk" >/dev/null 2>&1
echo "desk-picture: docs/desk.png, $(stat -c %s docs/desk.png) bytes" >&2
