#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Curfew authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# with-keyring.sh COMMAND...: runs COMMAND with a GNOME Keyring of its own: new, unlocked, its password `test-password`,
# on a bus of its own. The daemon is stopped afterwards.
set -eu
if [ "${1-}" != --inside ]; then
    exec "$(dirname "$0")/with-bus.sh" "$0" --inside "$@"
fi
shift
printf test-password | gnome-keyring-daemon --foreground --unlock --components=secrets > /dev/null 2>&1 &
daemon=$!
trap 'kill "$daemon" 2> /dev/null || true; wait "$daemon" 2> /dev/null || true' EXIT INT TERM
# It answers once the default keyring is there: at most 20 s on a busy machine.
tries=0
until gdbus call --session --dest org.freedesktop.secrets --object-path /org/freedesktop/secrets \
    --method org.freedesktop.Secret.Service.ReadAlias default 2> /dev/null | grep -q /collection/; do
    tries=$((tries + 1))
    if [ "$tries" -gt 200 ]; then
        echo "with-keyring.sh: gnome-keyring-daemon doesn't come up" >&2
        exit 70
    fi
    sleep 0.1
done
"$@"
