#!/bin/sh
# /usr/local/bin/mekendesh (docs/operate.md): the administrator's commands, as the portal's user and with its settings.
# Give paths from the root on. Only root can read the address of the role that changes tables, so it is read before.
set -eu
set -a
. /etc/mekendesh/env
[ ! -e /etc/mekendesh/admin.env ] || . /etc/mekendesh/admin.env
set +a
cd /opt/mekendesh/current
exec runuser -u mekendesh -- node_modules/.bin/node tools/mekendesh.mjs "$@"
