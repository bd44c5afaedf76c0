#!/usr/bin/env bash
# The comparison of the AI Act of 2024 with that of 27 July 2026 as a process, beside other tools on the same two texts,
# measured in one run. Needs LEXDELTA_CORPUS, hyperfine, dwdiff and git (Debian's), python3 with redlines (PyPI).
set -euo pipefail
cd "$(dirname "$0")/.."
: "${LEXDELTA_CORPUS:?names no folder with official files}"
cargo build --release --quiet
lexdelta=$PWD/target/release/lexdelta
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LEXDELTA_LIBRARY=$work/library
act=$LEXDELTA_CORPUS/eu/32024R1689
formex=("$act"/2024-06-13/en.fmx4 "$act"/2026-07-27/en.fmx4)
"$lexdelta" import --quiet "${formex[@]}"

# The same two texts for tools that know no provisions: a line for each block, without recitals, which one side lacks.
python3 - "$LEXDELTA_LIBRARY" "$work" <<'PY'
import glob, json, sys
library, work = sys.argv[1:]
for path in glob.glob(library + "/ai-act/*.en.json"):
    version = json.load(open(path, encoding="utf8"))
    out = []
    def walk(provision):
        if "deleted" not in provision:
            out.extend(provision[key] for key in ("label", "heading", "text") if key in provision)
            for child in provision.get("children", []):
                walk(child)
    for part in ("body", "annexes"):
        for provision in version.get(part, []):
            walk(provision)
    name = "old" if version["stage"] == "oj" else "new"
    open(f"{work}/{name}.txt", "w", encoding="utf8").write("\n".join(out) + "\n")
PY
cat > "$work/redlines_diff.py" <<'PY'
import sys
from redlines import Redlines
old, new = (open(path, encoding="utf8").read() for path in sys.argv[1:])
print(len(Redlines(old, new).output_markdown))
PY
cp "$act"/2024-06-13/en.fmx4/*.xml "$work/"

words() { wc -w < "$work/$1.txt"; }
echo "texts: $(words old) and $(words new) words"
memory() { /usr/bin/time -f '%M KiB' "$@" 2>&1 >/dev/null | tail -n 1; }
echo "memory of lexdelta diff: $(memory "$lexdelta" diff ai-act@oj ai-act@2026-07-27)"

# One run of redlines takes long: it is measured in fewer runs.
hyperfine --shell=none --warmup 3 --ignore-failure --export-markdown "$work/fast.md" \
  --command-name 'lexdelta diff (from JSON)' "$lexdelta diff ai-act@oj ai-act@2026-07-27" \
  --command-name 'lexdelta diff --stat' "$lexdelta diff ai-act@oj ai-act@2026-07-27 --stat" \
  --command-name 'lexdelta diff --format html' "$lexdelta diff ai-act@oj ai-act@2026-07-27 --format html" \
  --command-name 'lexdelta list' "$lexdelta list" \
  --command-name 'lexdelta import (Formex, 2024)' "$lexdelta import --quiet ${formex[0]}" \
  --command-name 'git diff --no-index --word-diff' "git --no-pager diff --no-index --word-diff $work/old.txt $work/new.txt" \
  --command-name 'dwdiff' "dwdiff $work/old.txt $work/new.txt" >&2
hyperfine --shell=none --warmup 1 --runs 3 --export-markdown "$work/slow.md" \
  --command-name 'redlines' "python3 $work/redlines_diff.py $work/old.txt $work/new.txt" >&2
cat "$work/fast.md"
tail -n +3 "$work/slow.md"
