#!/bin/sh
# Puts the image together without a registry, and runs what is in it as its user, read only, in a namespace.
# Needs root, mmdebstrap, buildah, bubblewrap and curl, and `npm run package -- --for linux-x64` first.
set -eu
if [ "${1:-} ${2:-}" != "--base debian" ]; then
  echo "npm run container -- --base debian [FOLDER]: a base of Debian's packages, kept in FOLDER (.cache/debian)." >&2
  exit 1
fi
base=${3:-.cache/debian}
work=$(mktemp -d)
server=
trap 'exit 1' INT TERM
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
say() { printf '%-34s%s\n' "$1" "$2"; }

# Packages are set up with Perl, and nothing needs it afterwards.
[ -d "$base" ] || mmdebstrap --quiet --variant=essential --include=libstdc++6 \
  --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
  --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-exclude=/usr/lib/*/gconv/*' \
  --customize-hook='rm -rf "$1"/usr/share/perl "$1"/usr/share/zoneinfo "$1"/usr/lib/*/perl "$1"/usr/lib/*/perl-base' \
  bookworm "$base"

build() { buildah --storage-driver vfs --root "$work/images" --runroot "$work/run" "$@"; }
system=$(build from scratch)
build add -q "$system" "$base" / >/dev/null
build commit -q "$system" debian:bookworm-slim >/dev/null
build bud -q --format docker --isolation chroot --pull-never --build-arg TARGETARCH=amd64 -f Containerfile -t quizcast . >/dev/null
container=$(build from quizcast)
root=$(build mount "$container")
say 'unpacked, MB' "$(du -sm "$root" | cut -f1)"

mkdir -m 777 "$work/data"
chmod 711 "$work"
run() {
  bwrap --unshare-user --unshare-pid --as-pid-1 --unshare-ipc --uid 10001 --gid 10001 --die-with-parent \
    --ro-bind "$root" / --bind "$work/data" /data --proc /proc --dev /dev --clearenv --setenv PATH /usr/local/bin:/usr/bin:/bin "$@"
}
run quizcast --data /data --port 4999 >"$work/said" 2>&1 &
server=$!
until curl -sf http://127.0.0.1:4999/health >"$work/health"; do
  kill -0 "$server" || { cat "$work/said"; exit 1; }
  sleep 0.2
done
say 'GET /health' "$(cat "$work/health")"
say 'the root can be written' "$(run sh -c 'touch /usr/x 2>/dev/null && echo yes || echo no')"
say 'its user' "$(run id -u)"
run quizcast backup - --data /data >"$work/backup.tar"
say 'files in a backup' "$(tar -tf "$work/backup.tar" | wc -l)"
begun=$(date +%s%N)
kill -TERM "$(pgrep -P "$(pgrep -P "$server" | head -1)" | head -1)"
wait "$server" || true
server=
say 'stopped after, ms' "$((($(date +%s%N) - begun) / 1000000))"
