#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Curfew authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# fetch.sh: puts the servers of the peers tests that no distribution packages into a cache folder outside the tree, once
# a version, and prints what the tests need to know of it, a NAME=VALUE a line.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

keycloak_version=26.7.5

cache=${XDG_CACHE_HOME:-$HOME/.cache}/curfew/peers
mkdir -p "$cache"
exec 9>"$cache/lock"
flock 9 # two test runs at once fetch once

say() { printf 'fetch.sh: %s\n' "$*" >&2; }

# In development mode the first start writes a build of the server's own beside it, which is most of that start.
first_start() { # FOLDER
    local log=$1/first-start.log server tries=0
    "$1/bin/kc.sh" start-dev --db=dev-mem --cache=local --http-host=127.0.0.1 --http-port=0 >"$log" 2>&1 9>&- &
    server=$!
    until grep -q 'Listening on:' "$log"; do
        if ! kill -0 $server 2>/dev/null || ((++tries > 300)); then
            kill $server 2>/dev/null || true
            cat "$log" >&2
            say "Keycloak does not start"
            return 1
        fi
        sleep 1
    done
    kill $server
    wait $server || true
}

fetch_keycloak() { # FOLDER
    say "fetching Keycloak $keycloak_version"
    mvn -q -B dependency:copy -Dartifact="org.keycloak:keycloak-quarkus-dist:$keycloak_version:zip" \
        -DoutputDirectory="$work" >&2
    unzip -q "$work/keycloak-quarkus-dist-$keycloak_version.zip" -d "$work"
    first_start "$work/keycloak-$keycloak_version"
    mv "$work/keycloak-$keycloak_version" "$1"
}

fetch_node() { # FOLDER
    say "fetching oidc-provider and Node.js"
    mkdir "$work/node"
    cp package.json package-lock.json "$work/node"
    npm ci --prefix "$work/node" --loglevel=error >&2
    mv "$work/node" "$1"
}

# A folder is there whole or not at all.
work=$(mktemp -d "$cache/fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT
keycloak=$cache/keycloak-$keycloak_version
node=$cache/node-$(sha256sum package-lock.json | cut -c 1-16)
[[ -d $keycloak ]] || fetch_keycloak "$keycloak"
[[ -d $node ]] || fetch_node "$node"
printf '%s\n' "CURFEW_KEYCLOAK=$keycloak" "CURFEW_NODE_MODULES=$node/node_modules"
