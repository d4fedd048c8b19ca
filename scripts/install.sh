# To be sourced: what brings packages to this machine.

# Installs those of the given Debian packages that are missing; silent if none are.
# usage: install_missing NAME PACKAGE...     NAME prefixes all messages.
install_missing() {
  local name=$1 package missing=() as_root=()
  shift
  for package in "$@"; do
    [[ $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) == *'install ok installed'* ]] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "$name: please install these packages as root: ${missing[*]}" >&2; return 1; }
    as_root=(sudo)
  fi
  echo "$name: installing ${missing[*]}" >&2
  try_again "$name" "${as_root[@]}" apt-get update -q
  try_again "$name" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# Makes a virtual environment with what a list pins, with no other packages than it names. Silent if
# there is one of this list and this Python.
# usage: environment NAME FOLDER LIST
environment() {
  local name=$1 folder=$2 list=$3 python=${PYTHON:-python3} made
  made=$("$python" --version && cat "$list")
  [ "$(cat "$folder/made" 2>/dev/null)" = "$made" ] && return
  "$python" -m venv --clear "$folder"
  # The list pins what packages are built with, too; old and new pip look for it by other names.
  try_again "$name" env PIP_CONSTRAINT="$list" PIP_BUILD_CONSTRAINT="$list" "$folder/bin/pip" install \
    --quiet --disable-pip-version-check --no-deps --requirement "$list" || return
  echo "$made" > "$folder/made"
}

# Runs a command that downloads, up to three times.
# usage: try_again NAME COMMAND...
try_again() {
  local name=$1 try
  shift
  for try in 1 2 3; do
    "$@" && return
    [ "$try" = 3 ] || { echo "$name: that failed; again in $((try * 10)) s" >&2; sleep $((try * 10)); }
  done
  echo "$name: gave up after three tries: $*" >&2
  return 1
}
