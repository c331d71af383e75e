#!/usr/bin/env bash
# Time from starting the client to a painted, usable main window, with an account that opens without typing and the
# sample hub running; and the memory of the process after it. Peers: mousepad and poedit when they are installed.
# usage: start_bench.sh BIN_DIR
set -euo pipefail
bin=$1
runs=${RUNS:-7}
work=$(mktemp -d)
display=:$((90 + RANDOM % 100))
Xvfb "$display" -screen 0 1366x768x24 >/dev/null 2>&1 &
screen=$!
export DISPLAY=$display NO_AT_BRIDGE=1 GDK_BACKEND=x11 LANG=C.UTF-8 XDG_RUNTIME_DIR="$work"
hub=
cleanup() { kill "$screen" ${hub:+"$hub"} 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"; }
trap cleanup EXIT
until xdotool getdisplaygeometry >/dev/null 2>&1; do sleep 0.05; done

# Milliseconds until the program shows a window with at least 16 colours.
painted() {
    local begun=$(date +%s%N) window
    "$@" >/dev/null 2>&1 &
    local program=$!
    for _ in $(seq 2000); do
        for window in $(xdotool search --onlyvisible --pid "$program" 2>/dev/null || true); do
            local colours
            colours=$(import -window "$window" png:- 2>/dev/null | identify -format '%k' - 2>/dev/null || echo 0)
            if [ "${colours:-0}" -ge 16 ]; then
                echo $((($(date +%s%N) - begun) / 1000000))
                awk '/^Pss:/ {print $2}' "/proc/$program/smaps_rollup" > "$work/pss"
                kill "$program"; wait "$program" 2>/dev/null || true
                return
            fi
        done
        sleep 0.01
    done
    kill "$program"; return 1
}

measure() {
    local name=$1; shift
    local values=()
    painted "$@" >/dev/null  # makes the profile; not counted
    for _ in $(seq "$runs"); do values+=("$(painted "$@")"); done
    printf '%s\n' "${values[@]}" | sort -n | awk -v name="$name" -v pss="$(cat "$work/pss")" '
        {v[NR] = $1}
        END {printf "{\"bench\":\"start\",\"metric\":\"%s painted\",\"value\":%d,\"least\":%d,\"most\":%d,\"unit\":\"ms\",\"n\":%d,\"pss_kb\":%d}\n",
             name, v[int((NR + 1) / 2)], v[1], v[NR], NR, pss}'
}

"$bin/yichuang-hub" --data "$work/hub" --sample --listen 127.0.0.1:0 > "$work/address" 2>/dev/null &
hub=$!
until grep -q listening "$work/address"; do sleep 0.05; done
address=$(awk '/listening/ {print $2}' "$work/address")
measure yichuang "$bin/yichuang" --data "$work/client" --hub "http://$address" --demo
for peer in mousepad poedit; do
    if command -v "$peer" >/dev/null; then measure "$peer" "$peer"; fi
done
