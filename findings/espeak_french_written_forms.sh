#!/usr/bin/env bash
# espeak-ng 1.51 (Debian 12): written forms of everyday French and Ukrainian are read in a way that nobody says.
#
# Expected: a voice for French knows "2e" (second), "n°" (number) and "15 h 20" (a time), as it knows "1er".
# Seen (phonemes):
#   "2e étage"  ->  "deux e étage"          ("1er étage" is right)
#   "n° 42"     ->  "enne quarante-deux"
#   "15 h 20"   ->  "quinze ache vingt"
#   "№ 42" (uk) ->  only "forty-two": the sign is dropped without a word
# Who gives text to this voice writes these forms out first.
#
# Fetches Debian 12's packages into a temporary folder. Ends with 0 while espeak-ng behaves so, with 1 once it changed.
set -euo pipefail
version=1.51+dfsg-10+deb12u2
work=$(mktemp -d)
chmod 755 "$work"
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get -qq download "espeak-ng=$version" "libespeak-ng1=$version" "espeak-ng-data=$version" \
    libpcaudio0 libsonic0 2> /dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
libraries=$(dirname "$(find root -name 'libespeak-ng.so.1')")
data=$(dirname "$(find root -name 'espeak-ng-data' -type d)")

phonemes() { LD_LIBRARY_PATH="$libraries" ESPEAK_DATA_PATH="$data" root/usr/bin/espeak-ng -q --ipa -v "$1" "$2"; }

failed=0
same() { # language, written, spoken so
    local written spoken
    written=$(phonemes "$1" "$2" | tr -d "ˈˌ_ ")
    spoken=$(phonemes "$1" "$3" | tr -d "ˈˌ_ ")
    printf '%s: "%s" is read like "%s": %s\n' "$1" "$2" "$3" "$written"
    [ "$written" = "$spoken" ] || { echo "  changed: now $written, that one is $spoken"; failed=1; }
}
same fr "n° 42" "n quarante-deux"
same fr "15 h 20" "quinze h vingt"
same uk "№ 42" "42"
for form in "2e étage:deuxième étage" "n° 42:numéro 42" "15 h 20:quinze heures vingt"; do
    [ "$(phonemes fr "${form%%:*}")" != "$(phonemes fr "${form##*:}")" ] || { echo "now right: ${form%%:*}"; failed=1; }
done
exit "$failed"
