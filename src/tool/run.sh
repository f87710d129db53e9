#!/bin/bash
# run.sh: brings the register of the state folder up to the shipped one, publishes it when it changed, and serves it in
# the foreground until Ctrl-C. Variables: PORT, PREFIX, WORKERS, STATE (see serve.sh), B (build folder).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
export STATE=${STATE:-$root/var} B=${B:-$root/build}

"$here/state.sh" "$STATE"
"$B/proviso" import --replace --unless-edited "$root/data/register" --state "$STATE"
"$B/proviso" publish --if-changed --state "$STATE"
exec "$here/serve.sh"
