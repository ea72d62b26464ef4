#!/bin/sh
# Kills planwright's store at random moments of editing and generating and looks for anything
# that was confirmed and is gone. Usage: scripts/crash-test.sh [KILLS]   (200 unless said otherwise)
set -eu
cd "$(dirname "$0")/.."
PLANWRIGHT_CRASH_ROUNDS="${1:-200}" exec cargo test --quiet --test crash -- --nocapture
