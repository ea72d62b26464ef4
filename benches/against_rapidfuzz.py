#!/usr/bin/env python3
"""How much faster planwright finds a name than RapidFuzz, measured in one run.

    pip install rapidfuzz
    cargo build --release
    python3 benches/against_rapidfuzz.py LIBRARY NAMES [--binary target/release/planwright]

LIBRARY is JSON Lines with id and name, NAMES a text file with one written name per line (or JSON
Lines with `query`). planwright is asked by its command line; the time it takes to start and to
load the library is measured with few names and taken off. RapidFuzz is asked in this process,
with `process.extract`, `WRatio`, `default_process` and the five best, as most programs use it.
Prints microseconds per name of both and the ratio."""
import argparse
import json
import statistics
import subprocess
import time


def names_of(path, key):
    with open(path, encoding="utf8") as file:
        lines = [line.strip() for line in file if line.strip()]
    return [json.loads(line)[key] if line.startswith("{") else line for line in lines]


def planwright(binary, library, queries):
    start = time.perf_counter()
    subprocess.run(
        [binary, "match", "--library", library, "--json", "--limit", "5"],
        input="\n".join(queries) + "\n", text=True, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library")
    parser.add_argument("names")
    parser.add_argument("--binary", default="target/release/planwright")
    parser.add_argument("--repeat", type=int, default=20, help="how often the names are asked")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    from rapidfuzz import fuzz, process, utils

    library = names_of(options.library, "name")
    queries = names_of(options.names, "query")
    many = queries * options.repeat
    ours, theirs = [], []
    for _ in range(options.rounds):
        # both in turn, so that a busy machine slows both
        short = planwright(options.binary, options.library, queries[:1])
        long = planwright(options.binary, options.library, many)
        ours.append((long - short) / (len(many) - 1))
        start = time.perf_counter()
        for query in queries:
            process.extract(query, library, scorer=fuzz.WRatio,
                            processor=utils.default_process, limit=5)
        theirs.append((time.perf_counter() - start) / len(queries))
    ours, theirs = statistics.median(ours), statistics.median(theirs)
    print(f"{len(library)} names in the library, {len(queries)} names asked")
    print(f"planwright          {ours * 1e6:8.1f} µs per name")
    print(f"RapidFuzz WRatio    {theirs * 1e6:8.1f} µs per name")
    print(f"ratio               {theirs / ours:8.1f}")


if __name__ == "__main__":
    main()
