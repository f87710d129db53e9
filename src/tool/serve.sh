#!/bin/bash
# serve.sh: serves the editions of a state folder in the foreground until Ctrl-C or SIGTERM: a pool of workers each for
# pages, charts and files, and an nginx of its own with a configuration made from nginx.conf.example. Whatever ends it,
# it stops all it has started. Variables:
#   PORT     on 127.0.0.1 (8080)                PREFIX   mount path, such as /a/b (none)
#   WORKERS  in each pool (one a core, >= 2)    STATE    state folder (var)         B   build folder (build)
# As root the workers of Proviso and nginx run as www-data, if www-data can read the files.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
PATH=$PATH:/usr/sbin:/sbin
port=${PORT:-8080} prefix=${PREFIX:-} state=${STATE:-$root/var} build=${B:-$root/build}
workers=${WORKERS:-$(($(nproc) > 2 ? $(nproc) : 2))}
pools='pages charts files'
pids=()
# A script's background job is born with SIGINT ignored, which no trap can change: then say what does stop it.
stop='Ctrl-C stops it'
[ -z "$(trap -p INT)" ] || stop="kill $$ stops it"

fail() {
    printf 'Proviso: %s\n' "$*" >&2
    if [ -s "${log:-}" ]; then
        printf 'The end of %s:\n' "$log" >&2
        tail -n 15 "$log" >&2
    fi
    exit 1
}

check_settings() {
    [[ $port =~ ^[0-9]{1,5}$ && $port -ge 1 && $port -le 65535 ]] || fail "PORT is a number from 1 to 65535, not '$port'"
    [[ $workers =~ ^[0-9]{1,3}$ && $workers -ge 1 ]] || fail "WORKERS is a number from 1 to 999, not '$workers'"
    [[ $prefix =~ ^(/[A-Za-z0-9_-]+)*$ ]] || fail "PREFIX is nothing or a path such as /a/b, not '$prefix'"
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
        fail "port $port of 127.0.0.1 is in use; choose another with PORT=..."
    fi
}

# One server a state folder. The lock goes with this process; nothing that is started inherits it.
take_state() {
    "$here/state.sh" "$state"
    state=$(cd "$state" && pwd) build=$(cd "$build" && pwd)
    run=$state/run
    exec 9>>"$run/lock"
    flock -n 9 || fail "a Proviso already serves from $state; choose another folder with STATE=..."
    log=$run/log
    : >"$log"
    rm -rf "$state/cache" "$state"/spool/*
    sockets=$run
    if [ ${#run} -gt 90 ]; then # a socket's path has at most 107 bytes
        sockets=$(mktemp -d "${TMPDIR:-/tmp}/proviso.XXXXXX")
    fi
}

# As root: www-data, if it reaches all that the workers read. As anybody else: that user.
choose_user() {
    local setpriv
    setpriv=$(command -v setpriv)
    user=$(id -un) as=("$setpriv")
    [ "$(id -u)" = 0 ] || return 0
    as=("$setpriv" --reuid www-data --regid www-data --clear-groups)
    local path
    for path in "$build/pages" "$root/templates" "$root/assets" "$state/editions"; do
        if ! "${as[@]}" test -r "$path" -a -x "$path" 2>/dev/null; then
            printf 'Note: www-data cannot read %s, so the workers run as root.\n' "$path" >&2
            as=("$setpriv")
            return 0
        fi
    done
    user=www-data
    chgrp www-data "$run" "$sockets"
    chown www-data "$state/spool"
}

write_configuration() {
    chmod 750 "$run" "$sockets"
    chmod 700 "$state/spool"
    printf '[proviso]\nbase_url=http://127.0.0.1:%s%s\neditions=%s\ntemplates=%s\nassets=%s\nspool=%s\ncontact=%s\n' \
        "$port" "$prefix" "$state/editions" "$root/templates" "$root/assets" "$state/spool" "${CONTACT:-}" \
        >"$run/proviso.conf"
    "$here/nginx.sh" "$run" PREFIX="$prefix" LISTEN="127.0.0.1:$port" SOCKETS="$sockets" ASSETS="$root/assets" \
        SPOOL="$state/spool" CACHE="$state/cache" RUN="$run" USER="$([ "$(id -u)" != 0 ] || printf %s "$user")"
}

# A program that cannot start would be started again for ever: ask each once for a page first.
try_program() {
    "${as[@]}" env REQUEST_METHOD=GET DOCUMENT_URI="$prefix/healthz" QUERY_STRING= "$build/$1" \
        </dev/null >/dev/null 2>>"$log" || fail "$build/$1 does not start"
}

# Starts a command in a session of its own, that ends with this process even if this one is killed.
start() {
    setsid "$@" </dev/null >>"$log" 2>&1 9>&- &
    pids+=($!)
}

start_pool() {
    start spawn-fcgi -n -s "$sockets/$1.sock" -M 0660 -b 128 -U "$user" -G "$(id -gn "$user")" -- \
        "${as[@]}" --pdeathsig TERM multiwatch -s TERM -r 1000000 -t 1 -f "$workers" -- "$build/$1"
}

start_everything() {
    local pool
    export PROVISO_CONFIG=$run/proviso.conf TZ=UTC
    export LIBFCGI_OS_CLOSE_POLL_TIMEOUT=100
    for pool in $pools; do try_program "$pool"; done
    for pool in $pools; do start_pool "$pool"; done
    start setpriv --pdeathsig TERM nginx -c "$run/nginx.conf" -g 'daemon off;'
}

# The status of /healthz, or nothing.
health() {
    local line=
    { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || return 0
    printf 'GET %s/healthz HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$prefix" >&3
    IFS=' ' read -r -t 5 _ line _ <&3 || true
    exec 3>&-
    printf '%s' "$line"
}

wait_until_ready() {
    local tries
    for ((tries = 0; tries < 200; tries++)); do
        [ "$(health)" != 200 ] || return 0
        all_running || fail 'a program stopped while starting'
        sleep 0.05
    done
    fail "no answer from http://127.0.0.1:$port$prefix/healthz"
}

all_running() {
    local pid
    for pid in "${pids[@]}"; do kill -0 "$pid" 2>/dev/null || return 1; done
}

# 'wait -n' alone would wait for ever when one stopped before it was called: look once a second, too.
wait_for_a_stop() {
    while all_running; do
        sleep 1 9>&- &
        wait -n || true
    done
}

# Each has a process group of its own. The leaders, nginx and the supervisors, are asked to stop; after half a second all
# of the group, again and again, for a worker may miss a signal while it is between two requests. What a leader leaves
# behind when it is gone, or after ten seconds, is killed.
stop_everything() {
    local status=$? tries pid left
    trap '' HUP INT TERM
    for ((tries = 0; tries < 200 && ${#pids[@]} > 0; tries++)); do
        left=()
        for pid in "${pids[@]}"; do
            if kill -0 "$pid" 2>/dev/null; then left+=("$pid"); else kill_group "$pid" KILL; fi
        done
        pids=("${left[@]}")
        for pid in "${pids[@]}"; do
            [ $tries -ne 0 ] || kill -TERM "$pid" 2>/dev/null || true
            [ $((tries % 10)) -ne 9 ] || kill_group "$pid" TERM
        done
        [ ${#pids[@]} -eq 0 ] || sleep 0.05
    done
    for pid in "${pids[@]}"; do kill_group "$pid" KILL; done
    wait 2>/dev/null || true
    [ -z "${sockets:-}" ] || rm -f "$sockets"/*.sock
    [ "${sockets:-}" = "${run:-}" ] || rmdir "$sockets"
    exit $status
}

kill_group() {
    kill "-$2" -- "-$1" 2>/dev/null || true
}

check_settings
take_state
trap stop_everything EXIT
trap 'exit 0' HUP INT TERM
choose_user
write_configuration
start_everything
wait_until_ready
printf 'Proviso is at http://127.0.0.1:%s%s/ (%s)\n' "$port" "$prefix" "$stop"
wait_for_a_stop
fail 'a program stopped; see the log'
