#!/bin/bash
# setup.sh GROUP...: installs what is missing for the groups named (build run test fuzz bench lint messages), from Debian's
# packages and, for `test`, three npm packages below tests/browser. Asks nothing, leaves no system service started,
# and is silent and quick when nothing is missing.
set -euo pipefail
cd "$(dirname "$0")/../.."

# PACKAGE, or COMMAND=PACKAGE where any program of that name will do (another nginx, another Node).
build='gcc make libc6-dev pkg-config libfcgi-dev libcairo2-dev libpango1.0-dev libsqlite3-dev libglib2.0-dev
    libjansson-dev libarchive-dev libxlsxwriter-dev libpng-dev libdeflate-dev libgettextpo-dev
    libqpdf-dev libqrencode-dev nettle-dev'
run='libfcgi0ldbl libcairo2 libpangocairo-1.0-0 libsqlite3-0 libglib2.0-0 libjansson4 libarchive13 libxlsxwriter4 libpng16-16
    libdeflate0 libgettextpo0 libqpdf29 libqrencode4 libnettle8 fontconfig-config fonts-inter fonts-dejavu-core nginx=nginx-light spawn-fcgi=spawn-fcgi
    multiwatch=multiwatch'
test='python3=python3 node=nodejs npm=npm chromium=chromium qpdf=qpdf pdftotext=poppler-utils pngcheck=pngcheck
    rsvg-convert=librsvg2-bin strace=strace xmllint=libxml2-utils msgfmt=gettext python3-openpyxl
    python3-icalendar python3-jsonschema'
fuzz='clang=clang llvm-symbolizer=llvm libclang-rt-14-dev'
bench='wrk=wrk python3=python3 node=nodejs npm=npm gnuplot=gnuplot-nox rrdtool=rrdtool wkhtmltopdf=wkhtmltopdf
    weasyprint=weasyprint php-fpm8.2=php8.2-fpm php8.2-sqlite3'
messages='python3=python3 msgmerge=gettext'
lint='clang=clang clang-format=clang-format clang-tidy=clang-tidy cppcheck=cppcheck valgrind=valgrind'

fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# Prints the packages of the arguments that are not there.
missing() {
    local item packages=() installed
    for item in "$@"; do
        case $item in
        *=*) PATH=$PATH:/usr/sbin:/sbin command -v "${item%%=*}" >/dev/null || printf '%s\n' "${item#*=}" ;;
        *) packages+=("$item") ;;
        esac
    done
    [ ${#packages[@]} -gt 0 ] || return 0
    installed=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' "${packages[@]}" 2>/dev/null | sed -n 's/^.i //p') || true
    for item in "${packages[@]}"; do
        case $'\n'$installed$'\n' in *$'\n'"$item"$'\n'*) ;; *) printf '%s\n' "$item" ;; esac
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif [ -t 0 ]; then sudo -- "$@"
    else sudo -n -- "$@"; fi
}

# The installation itself, run as root. A package that ships a service (nginx, PHP) must neither start it now nor at the
# next boot: Proviso starts its own.
install_script='
set -eu
policy=/usr/sbin/policy-rc.d
fresh=; for service in nginx php8.2-fpm; do [ -e /etc/init.d/$service ] || fresh="$fresh $service"; done
if [ ! -e $policy ]; then
    trap "rm -f $policy" EXIT
    trap "exit 1" HUP INT TERM
    printf "#!/bin/sh\nexit 101\n" >$policy
    chmod 755 $policy
fi
export DEBIAN_FRONTEND=noninteractive
get() { apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"; }
get install -y --no-install-recommends "$@" || { get update; get install -y --no-install-recommends "$@"; }
for service in $fresh; do
    [ -e /etc/init.d/$service ] || continue
    update-rc.d $service disable >/dev/null 2>&1 || true
    deb-systemd-helper disable $service.service >/dev/null 2>&1 || true
    if [ -d /run/systemd/system ]; then systemctl stop $service.service >/dev/null 2>&1 || true; fi
done
'

install_packages() {
    local log status=0
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        fail "these packages are missing, and installing them needs root or sudo: $*"
    fi
    command -v apt-get >/dev/null || fail "these Debian packages are missing, and there is no apt-get here: $*"
    printf 'Installing: %s\n' "$*" >&2
    log=$(mktemp)
    as_root sh -c "$install_script" setup "$@" >"$log" 2>&1 || status=$?
    if [ $status -ne 0 ]; then
        cat "$log" >&2
        rm -f "$log"
        fail "installing failed ($status)"
    fi
    rm -f "$log"
}

# The browser tests' packages, by the versions of the lock file, without running any script of theirs.
install_npm() {
    local folder=tests/browser
    [ -e $folder/package-lock.json ] || return 0
    cmp -s $folder/package-lock.json $folder/node_modules/.proviso-lock && return 0
    printf 'Installing the browser tests'"'"' npm packages\n' >&2
    (cd $folder && npm ci --ignore-scripts --no-audit --no-fund --silent) || fail 'npm could not install tests/browser'
    cp $folder/package-lock.json $folder/node_modules/.proviso-lock
}

[ $# -gt 0 ] || fail 'usage: setup.sh build|run|test|fuzz|bench|lint|messages ...'
wanted=()
for group in "$@"; do
    case $group in
    build | run | test | fuzz | bench | lint | messages) read -r -d '' -a items <<<"${!group}" || true ;;
    *) fail "no group '$group' (build run test fuzz bench lint messages)" ;;
    esac
    wanted+=("${items[@]}")
done
mapfile -t packages < <(missing "${wanted[@]}" | sort -u)
[ ${#packages[@]} -eq 0 ] || install_packages "${packages[@]}"
case " $* " in *' test '*) install_npm ;; esac
