#!/bin/sh
# Creates the namespace and the one search attribute, once the server answers. Safe to run again.
set -eu

until temporal operator cluster health >/dev/null 2>&1; do
  echo "Waiting for Temporal at $TEMPORAL_ADDRESS"
  sleep 2
done

temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1 ||
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 30d

until temporal operator search-attribute list --namespace "$TEMPORAL_NAMESPACE" | grep -q RectifyStage; do
  temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" --name RectifyStage --type Keyword || sleep 2
done
