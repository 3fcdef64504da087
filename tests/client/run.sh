#!/bin/sh
# Fetches the document of a running program, lints it, makes a TypeScript client of it, and walks the main path with that client.
# Not part of ./test: it takes packages from npm. Needs Node 20 or later and a fresh program with a key of the secretariat.
#   tests/client/run.sh http://localhost:5080 "$KEY"
set -eu
[ $# -eq 2 ] || { echo "run.sh ADDRESS KEY" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/package.json" "$here/tsconfig.json" "$here/redocly.yaml" "$here/walk.ts" "$work"
cd "$work"
curl -fsS "$1/openapi/v1.json" -o openapi.json
npm install --no-audit --no-fund --no-package-lock --silent
REDOCLY_TELEMETRY=off npx redocly lint openapi.json
npx openapi-typescript openapi.json -o api.d.ts --default-non-nullable=false
npx tsc
node out/walk.js "$1" "$2"
