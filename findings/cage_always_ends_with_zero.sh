#!/usr/bin/env bash
# cage 0.1.4 (Debian 12), the Wayland compositor for kiosks: it ends with status 0 however its program ended.
#
# Expected: the status of the program, so that a service manager's Restart=on-failure starts a crashed kiosk again.
# Seen: a program that ends with 3, and one that is killed by a signal, both give 0. Only Restart=always helps.
#
# Makes a small Debian 12 in a temporary folder (debootstrap, needs root) and runs cage there as an ordinary user
# with wlroots' headless backend. Ends with 0 while cage behaves so, with 1 once it changed.
set -euo pipefail
version=0.1.4-4
work=$(mktemp -d)
trap 'umount "$work/root/dev" "$work/root/proc" 2> /dev/null || true; rm -rf --one-file-system "$work"' EXIT
debootstrap --variant=minbase --include=cage,xwayland bookworm "$work/root" > "$work/log" 2>&1 || { tail "$work/log"; exit 1; }
found=$(chroot "$work/root" dpkg-query -W -f '${Version}' cage)
[ "$found" = "$version" ] || { echo "another version: $found"; exit 1; }
mount --bind /dev "$work/root/dev"
mount -t proc proc "$work/root/proc"
chroot "$work/root" useradd --create-home visitor

ends_with() { # the status of cage around: sh -c WORDS
    chroot "$work/root" setpriv --reuid=visitor --regid=visitor --clear-groups \
        env HOME=/home/visitor XDG_RUNTIME_DIR=/home/visitor WLR_BACKENDS=headless WLR_RENDERER=pixman \
        WLR_LIBINPUT_NO_DEVICES=1 timeout 20 cage -- sh -c "$1" > "$work/cage.log" 2>&1 && echo 0 || echo $?
}
code=$(ends_with "touch /home/visitor/ran; exit 3")
[ -e "$work/root/home/visitor/ran" ] || { echo "the program did not run:"; tail "$work/cage.log"; exit 1; }
killed=$(ends_with 'kill -KILL $$')
echo "cage $found: program ends with 3 -> $code; program killed -> $killed"
[ "$code $killed" = "0 0" ]
