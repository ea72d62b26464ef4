#!/bin/sh
# Kills planwright at random moments of its first start, of editing and of generating, and looks
# for anything that was confirmed and is gone. The store alone is killed STORE times, the program
# on its screens SCREENS times.   Usage: scripts/crash-test.sh [SCREENS=50] [STORE=200]
set -eu
cd "$(dirname "$0")/.."
screens="${1:-50}" store="${2:-200}"
PLANWRIGHT_CRASH_ROUNDS="$screens" cargo test --release --quiet --test crash -- --nocapture screens:: first_start::
PLANWRIGHT_CRASH_ROUNDS="$store" exec cargo test --quiet --test crash -- --nocapture nothing_confirmed
