#!/usr/bin/env bash
# Takes the README's screenshot of the review page: some fixtures, rendered by headless Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/install.sh
command -v chromium >/dev/null || install_missing review-picture chromium

page=target/review-page.html
notices=(grid-found-copied.pdf biometrics-blank-account.pdf grid-absent-ioe.pdf grid-found-fax.tif family-found.pdf access-found.pdf)
(cd fixtures && ../target/release/extract --quiet --exit-zero "${notices[@]/#/notices/}" --output "../$page")
chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 --window-size=1280,1000 \
  --screenshot="$PWD/docs/review-page.png" "file://$PWD/$page" >/dev/null 2>&1
echo "review-picture: docs/review-page.png, $(stat -c %s docs/review-page.png) bytes" >&2
