# Sets up a machine for dcsgen; sourced by the other scripts. Debian and Ubuntu, or any system with the same libraries.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

# What WeasyPrint draws PDF with, and a font for it.
PDF_PACKAGES=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation)

# Installs the Debian packages that are missing; says so in a sentence where that is not possible.
need_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo -n)
  if command -v apt-get >/dev/null && "${root[@]}" true 2>/dev/null \
    && "${root[@]}" apt-get update -qq \
    && DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; then
    return 0
  fi
  echo "Could not install ${missing[*]}. Please install them (apt-get install ${missing[*]}) and run this again." >&2
  return 1
}

# Installs the programs that predictions are compared with; without them, the tests that need them are skipped.
want_peers() {
  # Orthanc would be started at once, on every interface, and again with the system. Only tests start it.
  if [ -d /run/systemd/system ] && ! dpkg-query -W orthanc >/dev/null 2>&1; then
    local root=()
    [ "$(id -u)" -eq 0 ] || root=(sudo -n)
    "${root[@]}" systemctl mask orthanc.service >/dev/null 2>&1 || return 0
  fi
  need_packages dcmtk orthanc iproute2 curl || echo "Tests with DCMTK and Orthanc are skipped." >&2
}

# A Python that is new enough, named in $PYTHON.
need_python() {
  local candidate
  for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11; do
    if [ -n "$candidate" ] && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      PYTHON=$candidate
      return 0
    fi
  done
  need_packages python3 python3-venv && PYTHON=python3
  "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && return 0
  echo "dcsgen needs Python 3.11 or newer." >&2
  return 1
}

# Makes .venv if it is not there and installs dcsgen and the XYZ plug-in into it, with dependency groups.
need_environment() {
  need_python || return 1
  if [ ! -x .venv/bin/python ]; then
    "$PYTHON" -c 'import ensurepip' 2>/dev/null || need_packages python3-venv || return 1
    "$PYTHON" -m venv .venv || return 1
    .venv/bin/python -m pip install --quiet --upgrade pip || return 1
  fi
  local groups=() group
  for group in "$@"; do groups+=(--group "$group"); done
  .venv/bin/python -m pip install --quiet --editable . --editable plugins/dcsgen-xyz "${groups[@]}"
}
