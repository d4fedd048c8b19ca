# To be sourced: installs those of the given Debian packages that are missing; silent if none are.
# usage: install_missing NAME PACKAGE...     NAME prefixes all messages.

install_missing() {
  local name=$1 package missing=() as_root=()
  shift
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "$name: please install these packages as root: ${missing[*]}" >&2; return 1; }
    as_root=(sudo)
  fi
  echo "$name: installing ${missing[*]}" >&2
  "${as_root[@]}" apt-get update -q
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
}
