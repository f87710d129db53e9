#!/bin/bash
# state.sh FOLDER: makes the state folder and the folders in it, or says why that is not possible.
set -euo pipefail
state=$1

fail() { printf 'Proviso: %s\n' "$*" >&2; exit 1; }

if [ -e "$state" ] && [ ! -O "$state" ]; then
    fail "the state folder $state belongs to $(stat -c %U "$state"), and you are $(id -un)." \
        "Run as $(stat -c %U "$state"), or choose another folder with STATE=..."
fi
umask 022
mkdir -p "$state" 2>/dev/null || fail "cannot make the state folder $state; choose another with STATE=..."
[ -w "$state" ] || fail "cannot write to the state folder $state; choose another with STATE=..."
mkdir -p "$state/editions" "$state/spool" "$state/run"
