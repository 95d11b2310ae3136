#!/bin/sh
# Installs what package-lock.json says, unless that is what is installed. Runs under any Node that npm runs under.
cd "$(dirname "$0")/../.." || exit 1
stamp=node_modules/.installed-from

if ! cmp -s package-lock.json "$stamp"; then
  echo 'Installing packages …'
  npm ci --no-audit --no-fund --loglevel=error || {
    echo 'The packages could not be installed; the reason is above.' >&2
    exit 1
  }
  cp package-lock.json "$stamp"
fi

PATH="$PWD/node_modules/.bin:$PATH"
case "$(node --version)" in
  v2[4-9].* | v[3-9][0-9].*) ;;
  *)
    echo "Node 24 or later is needed on this kind of machine, not $(node --version)." >&2
    exit 1
    ;;
esac
