#!/usr/bin/env bash
# Sets everything up, builds, and runs the main job on the sample district: a hub on SQLite and the client, signed in
# at the sample counter. Without a display the same journey is played in real windows on a virtual screen and from
# the command line; screenshots and PDFs are left in out/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
tools/setup.sh
tools/build.sh release yichuang yichuang-hub yichuangctl gui_journey
export NO_AT_BRIDGE=1
bin=$PWD/build/bin

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    data=${YICHUANG_SAMPLE_DATA:-${XDG_DATA_HOME:-$HOME/.local/share}/yichuang-sample}
    mkdir -p "$data"
    echo "run: sample district in $data (all sample users have the password “yichuang”)"
    coproc hub { exec "$bin/yichuang-hub" --data "$data/hub" --sample --listen 127.0.0.1:0 2>"$data/hub.log"; }
    hub_process=$hub_PID
    trap 'kill "$hub_process" 2>/dev/null || true' EXIT
    read -r _ address <&"${hub[0]}"
    echo "run: hub listens on $address"
    "$bin/yichuang" --data "$data/client" --hub "http://$address" --demo
    exit
fi

out=$PWD/out
rm -rf "$out"
mkdir -p "$out/screenshots"
echo "run: no display; playing the journey from the command line into out/"
catalogue=()
[ -f ../shared/data/catalogue-guangan.json ] && catalogue=(--catalogue ../shared/data/catalogue-guangan.json)
"$bin/yichuangctl" journey --out "$out" "${catalogue[@]}"
echo "run: and in real windows on a virtual screen"
YICHUANG_SCREENSHOTS="$out/screenshots" GDK_BACKEND=x11 \
    xvfb-run -a -s "-screen 0 1920x1080x24" build/tests/gui_journey --log_level=message
echo "run: done; look into out/"
