#!/usr/bin/env bash
# Shows that the README's two commands do everything on a Debian that has Python and nothing else.
#
#     sudo packaging/prove_clean_debian.sh [SUITE] [OVERLAY]
#
# SUITE is bookworm (Python 3.11) by default, or trixie (3.13). What your network needs, such as /etc/pip.conf or a
# certificate, is copied into the new system from the folder OVERLAY. Needs root, debootstrap and Xvfb; nothing outside
# a temporary folder changes.
set -euo pipefail
cd "$(dirname "$0")/.."
suite=${1:-bookworm}
overlay=${2:-}

if [ "${PROVE_INSIDE:-}" != yes ]; then
    PROVE_INSIDE=yes exec unshare --mount --propagation private "$0" "$@"
fi

work=$(mktemp -d)
root=$work/root
mkdir "$root"
exec 3< <(exec Xvfb -displayfd 1 -screen 0 1440x900x24 -nolisten tcp -ac 2>/dev/null)
server=$!
trap 'kill "$server"; umount --lazy "$root/proc" "$root/dev" 2>/dev/null || true; rm -rf --one-file-system "$work"' EXIT
read -r display <&3

say() { printf '\n== %s\n' "$*"; }
inside() { chroot "$root" env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin DISPLAY=":$display" "$@"; }

say "a bare $suite"
debootstrap --variant=minbase --include=python3 "$suite" "$root" >"$work/log" || { tail "$work/log"; exit 1; }
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
[ -z "$overlay" ] || cp -a "$overlay/." "$root/"
mkdir "$root/opt/advisor"
git ls-files -co --exclude-standard | tar -c --files-from - | tar -x -C "$root/opt/advisor"
inside useradd --create-home someone
inside chown -R someone /opt/advisor

say "the first command, for a user: one sentence with the packages that are missing"
if sentence=$(inside su someone -c "python3 /opt/advisor/packaging/start.py" 2>&1); then
    echo "it should have failed"
    exit 1
fi
echo "$sentence"
[ "$(wc -l <<<"$sentence")" = 1 ]

say "the same once they are there: sets up, opens the window, which here leaves after its first answer"
inside apt-get update -qq
eval "inside env DEBIAN_FRONTEND=noninteractive ${sentence##*: sudo }" --no-install-recommends >/dev/null
inside su someone -c "DISPLAY=:$display python3 /opt/advisor/packaging/start.py --smoke"

say "the second command, for root: sets up and passes the tests"
inside sh -c "cd /opt/advisor && python3 packaging/start.py test -q"

say "pip install into an environment of its own brings all that the program needs"
inside python3 -m venv /opt/installed
inside /opt/installed/bin/pip install --quiet --disable-pip-version-check /opt/advisor
inside /opt/installed/bin/distillation-advisor --smoke

say "all of it works on a bare $suite"
