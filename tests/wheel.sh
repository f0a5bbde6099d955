#!/usr/bin/env bash
# Builds the wheel, installs it in an environment of its own outside the checkout and starts that copy.
# Usage: tests/wheel.sh PYTHON_WITH_BUILD
set -euo pipefail
python=$(realpath -s "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
checkout=$PWD
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$python" -m build --wheel --no-isolation --outdir "$room/dist" . >"$room/build.log" 2>&1 || { cat "$room/build.log"; exit 1; }
python3 -m venv --without-pip "$room/venv"
python3 -m pip --python "$room/venv/bin/python" install -q -c constraints.txt "$room"/dist/*.whl
cd "$room"
unset PYTHONPATH DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM
export CI=true SPINNENWEB_PASSPHRASE="appel fiets molen tafel wolk" HOME="$room"
program=$room/venv/bin/spinnenweb

"$program" new kluis.vault >/dev/null
"$program" check kluis.vault
"$program" demo dorp --residents 30 --no-window
for part in dorp.vault wachtwoord.txt samenvattingen grafieken cijfers vensters; do test -e "dorp/$part"; done

# without a screen the window says so in one line that names the example village
status=0
"$program" 2>said.txt || status=$?
test "$status" = 2
test "$(wc -l <said.txt)" = 1
grep -q "main.py demo" said.txt

"$room/venv/bin/python" - "$checkout" "$room"/dist/*.whl <<'P'
import pathlib, sys, zipfile
import spinnenweb
from spinnenweb.app.start import find_resources
here = find_resources()
for name in ("instruments", "texts", "themes", "fonts", "icons", "words", "vocabularies", "templates", "demo"):
    assert (here / name).is_dir(), here / name
for path in (pathlib.Path(spinnenweb.__file__), here):
    assert pathlib.Path(sys.argv[1]) not in path.resolve().parents, path
tops = {name.partition("/")[0].partition("-")[0] for name in zipfile.ZipFile(sys.argv[2]).namelist()}
assert tops == {"spinnenweb"}, tops
P
echo "De geïnstalleerde kopie start en vindt alles wat erbij hoort."
