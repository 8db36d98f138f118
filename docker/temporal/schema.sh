#!/bin/sh
# Creates Temporal's two databases and brings their schemas up to the server's version. Safe to run again: the first two
# commands fail where their work is done already, the last one decides. The connection is in SQL_* (the tool's own names).
set -eu

for database in temporal temporal_visibility; do
  folder=${database#temporal_}
  temporal-sql-tool --db "$database" create 2>/dev/null || true
  temporal-sql-tool --db "$database" setup-schema -v 0.0 2>/dev/null || true
  temporal-sql-tool --db "$database" update-schema -d "/etc/temporal/schema/postgresql/v12/$folder/versioned"
done
