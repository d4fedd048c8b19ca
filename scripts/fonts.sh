#!/usr/bin/env bash
# Installs the fonts for generating training lines (generator/src/font.rs lists the faces). Only
# training needs them.
set -euo pipefail
. "$(dirname "$0")/install.sh"

packages=(
  fonts-3270 fonts-adf-gillius fonts-adf-universalis fonts-anonymous-pro fonts-b612 fonts-cantarell fonts-century-catalogue
  fonts-clear-sans fonts-compagnon fonts-courier-prime fonts-croscore fonts-crosextra-caladea fonts-crosextra-carlito
  fonts-dejavu-core fonts-dejavu-extra fonts-firacode fonts-freefont-ttf fonts-gnutypewriter fonts-go fonts-hack
  fonts-inconsolata fonts-inter fonts-jetbrains-mono fonts-karla fonts-lato fonts-league-mono fonts-liberation fonts-lmodern
  fonts-manrope fonts-monoid fonts-mononoki fonts-noto-core fonts-noto-mono fonts-ocr-a fonts-ocr-b fonts-open-sans
  fonts-oxygen fonts-paratype fonts-quattrocento fonts-roboto-slab fonts-roboto-unhinted fonts-routed-gothic fonts-sil-andika
  fonts-sil-charis fonts-sil-gentiumplus fonts-stix fonts-texgyre fonts-tiresias fonts-tuffy fonts-urw-base35
)

if ! command -v dpkg-query >/dev/null; then
  echo "fonts: not a Debian system; please install the faces listed in generator/src/font.rs yourself" >&2
  exit 0
fi
install_missing fonts "${packages[@]}"
