#!/bin/bash
# nginx.sh FOLDER [NAME=VALUE ...]: writes the pieces of nginx.conf.example to FOLDER with the values filled in:
# proviso-headers.conf, proviso-http.conf (A), proviso-server.conf (B) and nginx.conf (the whole).
set -euo pipefail

fail() { printf 'nginx.sh: %s\n' "$*" >&2; exit 1; }

[ $# -gt 0 ] || fail 'usage: nginx.sh FOLDER [NAME=VALUE ...]'
folder=$1
shift
example=$(dirname "$0")/../../nginx.conf.example
mkdir -p "$folder"

values=(PREFIX= LISTEN=127.0.0.1:8080 'NAMES=localhost 127.0.0.1' USER=www-data SOCKETS=/run/proviso
    ASSETS=/usr/share/proviso/assets SPOOL=/var/lib/proviso/spool CACHE=/var/cache/nginx/proviso
    "CONF=$(cd "$folder" && pwd)" RUN=/run "$@")
for value in "${values[@]}"; do
    case $value in
    [A-Z]*=*) ;;
    *) fail "not NAME=VALUE: '$value'" ;;
    esac
    case ${value#*=} in
    *[\"\'\$\;\{\}\\\&\#@]* | *$'\n'*) fail "nginx could not take this value: $value" ;;
    esac
    if [[ $value == PREFIX=* && ! ${value#*=} =~ ^(/[A-Za-z0-9_-]+)*$ ]]; then
        fail "a prefix looks like /a/b (letters, digits, _ and -): '${value#*=}'"
    fi
done

awk -v folder="$folder" '
BEGIN {
    files["headers"] = "proviso-headers.conf"; files["A"] = "proviso-http.conf"
    files["B"] = "proviso-server.conf"; files["whole"] = "nginx.conf"
    for (i = 1; i < ARGC - 1; i++) {
        at = index(ARGV[i], "=")
        value[substr(ARGV[i], 1, at - 1)] = substr(ARGV[i], at + 1)
        ARGV[i] = ""
    }
}
/^#===/ { out = folder "/" files[$2]; printf "" >out; next }
!out { next }
match($0, / #only with [A-Z]+$/) {
    if (value[substr($0, RSTART + 12)] == "") next
    $0 = substr($0, 1, RSTART - 1)
}
{
    line = ""
    while (match($0, /@[A-Z]+@/)) {
        name = substr($0, RSTART + 1, RLENGTH - 2)
        if (!(name in value)) { print "nginx.sh: no value for " name >"/dev/stderr"; exit 1 }
        line = line substr($0, 1, RSTART - 1) value[name]
        $0 = substr($0, RSTART + RLENGTH)
    }
    print line $0 >out
}' "${values[@]}" "$example"
