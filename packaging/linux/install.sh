#!/bin/sh
# Puts the Distillation Advisor into this user's menu and lets a double click on a plan (.distill) open it; needs no root.
#
#     sh install.sh            for the program in the folder above this one, or that was set up from its sources
#     sh install.sh PROGRAM    for a program elsewhere
#     sh install.sh --remove   take all of it away again
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
name=distillation-advisor

refresh() {
    if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime"; fi
    if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$data/applications"; fi
}

if [ "${1:-}" = --remove ]; then
    rm -f "$data/applications/$name.desktop" "$data/mime/packages/$name.xml" "$data/icons/hicolor/scalable/apps/$name.svg"
    refresh
    echo "Removed the Distillation Advisor from the menu."
    exit
fi

# A path between double quotes, as menus read it: first its own characters, then the backslash of the file.
quoted() { printf '"%s"' "$(printf '%s' "$1" | sed -e 's/[\\"`$]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g')"; }

if [ -n "${1:-}" ]; then
    command=$(quoted "$(cd "$(dirname "$1")" && pwd)/$(basename "$1")")
elif [ -x "$here/../$name" ]; then
    command=$(quoted "$(cd "$here/.." && pwd)/$name")
elif [ -x "$here/../../.venv/bin/python" ]; then
    sources=$(cd "$here/../.." && pwd)
    command="$(quoted "$sources/.venv/bin/python") $(quoted "$sources/main.py")"
else
    echo "The program is not there yet. Set it up first, or say where it is: sh install.sh PROGRAM" >&2
    exit 1
fi

icon=$here/app.svg
[ -f "$icon" ] || icon=$here/../../resources/icons/app.svg
mkdir -p "$data/applications" "$data/mime/packages" "$data/icons/hicolor/scalable/apps"
cp "$icon" "$data/icons/hicolor/scalable/apps/$name.svg"
cp "$here/$name.xml" "$data/mime/packages/$name.xml"
while IFS= read -r line; do
    case $line in
        Exec=*) printf 'Exec=%s %%f\n' "$command" ;;
        *) printf '%s\n' "$line" ;;
    esac
done <"$here/$name.desktop" >"$data/applications/$name.desktop"
refresh
echo "The Distillation Advisor is in the menu; a double click on a plan opens it."
