#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Curfew authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# with-keepassxc.sh COMMAND...: runs COMMAND with the secret service of a KeePassXC of its own: a new database, unlocked,
# on a bus of its own. It is stopped afterwards.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ "${1-}" != --inside ]; then
    exec "$here/../support/with-bus.sh" "$here/with-keepassxc.sh" --inside "$@"
fi
shift
mkdir -p "$HOME/keepassxc"
cp "$here/keepassxc/keepassxc.ini" "$HOME/keepassxc"
cd "$HOME/keepassxc"
export QT_QPA_PLATFORM=offscreen
printf 'test-password\ntest-password\n' | keepassxc-cli import -q -p "$here/keepassxc/database.xml" test.kdbx 2> import.log \
    || { cat import.log >&2; exit 70; }
printf 'test-password\n' > password
TMPDIR="$PWD" keepassxc --config "$PWD/keepassxc.ini" --localconfig "$PWD/local.ini" --pw-stdin test.kdbx < password > log 2>&1 &
program=$!
trap 'kill -KILL "$program" 2> /dev/null || true; wait "$program" 2> /dev/null || true' EXIT INT TERM # asked, it may ask back
# Its lock against a second instance is in TMPDIR. It answers once the database is open: at most 60 s on a busy machine.
tries=0
until gdbus call --session --dest org.freedesktop.secrets --object-path /org/freedesktop/secrets \
    --method org.freedesktop.Secret.Service.ReadAlias default 2> /dev/null | grep -q /collection/; do
    tries=$((tries + 1))
    if [ "$tries" -gt 600 ]; then
        cat log >&2
        echo "with-keepassxc.sh: KeePassXC doesn't come up" >&2
        exit 70
    fi
    sleep 0.1
done
"$@"
