#!/usr/bin/env bash
# CUPS 2.4.2 (Debian 12), a printer at socket://: what the queue's attributes do not tell.
#
# 1. A printer that refuses the connection: printer-state stays "processing" and printer-state-reasons says "none".
#    Only the free text of printer-state-message ("The printer may not exist or is unavailable at this time.") tells.
#    Expected: a reason such as connecting-to-device or timed-out in printer-state-reasons.
# 2. A printer that accepts the connection and never reads a byte: the job ends as "completed" (at once with
#    waiteof=false, as here; by default after 90 s of waiting for the printer to hang up).
#    Expected: a job whose bytes nobody took is not completed.
# A program that shows the state of paper has to judge by time and message, and cannot know the second case.
#
# Fetches Debian 12's packages into a temporary folder and starts its own cupsd there, on a port of this machine.
# Needs root (the scheduler changes its user). Ends with 0 while CUPS behaves so, with 1 once it changed.
set -euo pipefail
version=2.4.2-3+deb12u9
port=16631
work=$(mktemp -d)
chmod 755 "$work"
pids=()
trap 'kill "${pids[@]}" 2> /dev/null || true; rm -rf "$work"' EXIT
cd "$work"
apt-get -qq download "cups-daemon=$version" "cups=$version" "cups-client=$version" "libcups2=$version" \
    "libcupsimage2=$version" "cups-core-drivers=$version" "cups-common=$version" "cups-ipp-utils=$version" \
    libavahi-client3 libavahi-common3 libpaper1 2> /dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
root=$work/root
libraries=$(dirname "$(find "$root" -name 'libcups.so.2')")
export LD_LIBRARY_PATH=$libraries CUPS_SERVER=127.0.0.1:$port
install -m 755 "$root/usr/lib/cups/backend-available/socket" "$root/usr/lib/cups/backend/socket"
mkdir -p etc/ppd run spool/tmp cache log
cat > cups-files.conf <<CONF
SystemGroup root
User nobody
Group nogroup
ServerRoot $work/etc
ServerBin $root/usr/lib/cups
DataDir $root/usr/share/cups
RequestRoot $work/spool
TempDir $work/spool/tmp
CacheDir $work/cache
StateDir $work/run
Printcap
AccessLog $work/log/access
ErrorLog $work/log/error
PageLog $work/log/page
CONF
cat > cupsd.conf <<CONF
Listen 127.0.0.1:$port
Browsing No
DefaultAuthType None
SetEnv LD_LIBRARY_PATH $libraries
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
CONF
chown -R nobody:nogroup spool cache run log
"$root/usr/sbin/cupsd" -f -c "$work/cupsd.conf" -s "$work/cups-files.conf" 2> /dev/null &
pids+=($!)

until_true() { for _ in $(seq 150); do if "$@"; then return 0; fi; sleep 0.2; done; return 1; }
until_true sh -c "$root/usr/bin/lpstat -r 2> /dev/null | grep -q 'is running'"

# A printer that accepts and never reads, and a port that refuses.
cat > printer.py <<'PY'
import socket, time
server = socket.create_server(("127.0.0.1", 0))
refused = socket.socket(); refused.bind(("127.0.0.1", 0))
print(server.getsockname()[1], refused.getsockname()[1], flush=True)
kept = []
while True:
    kept.append(server.accept())
PY
python3 printer.py > ports &
pids+=($!)
until_true test -s ports
read -r silent refusing < ports
for queue in "silent $silent" "refusing $refusing"; do
    set -- $queue
    "$root/usr/sbin/lpadmin" -p "$1" -v "socket://127.0.0.1:$2/?waiteof=false" -m raw -E 2> /dev/null
    echo "a ticket" | "$root/usr/bin/lp" -d "$1" - > /dev/null
done
cat > ask.test <<'TEST'
{
 OPERATION Get-Printer-Attributes
 GROUP operation-attributes-tag
 ATTR charset attributes-charset utf-8
 ATTR language attributes-natural-language en
 ATTR uri printer-uri $uri
 DISPLAY printer-state
 DISPLAY printer-state-message
 DISPLAY printer-state-reasons
}
TEST
ask() { "$root/usr/bin/ipptool" -t -v "ipp://127.0.0.1:$port/printers/refusing" ask.test; }
told() { ask | grep -q "printer-state-message.*unavailable at this time"; }
completed() { "$root/usr/bin/lpstat" -W completed -o silent 2> /dev/null | grep -q silent-1; }

failed=0
if until_true told; then ask | grep -E "printer-state(-message|-reasons)? "; else echo "no message"; failed=1; fi
ask | grep -q "printer-state-reasons (keyword) = none" || { echo "the reasons tell something now"; failed=1; }
ask | grep -q "printer-state (enum) = processing" || { echo "the state is another now"; failed=1; }
if until_true completed; then echo "silent printer, not one byte read: $("$root/usr/bin/lpstat" -W completed -o silent)"
else echo "the job that nobody read is not completed any more"; failed=1; fi
exit "$failed"
