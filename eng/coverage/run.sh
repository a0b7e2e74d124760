#!/usr/bin/env bash
# Line coverage of src by the unit test assemblies: a table per package, and a gate on the total.
#   eng/coverage/run.sh [least percent]      default 85
# Runs on VSTest, for which the collector exists: the global.json beside this file has no test section.
# Builds under artifacts/coverage, so that the ordinary build is left alone.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
least=${1:-85}
out=$root/artifacts/coverage
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
mkdir -p "$out"
rm -rf "$out/results"

# Unit assemblies: no processes killed, no servers, no browser.
{
  printf '{ "solution": { "path": "%s", "projects": [' "$root/Clinic.Libraries.sln"
  sed -n 's/.*"\(tests\\[^"]*\.csproj\)".*/\1/p' "$root/Clinic.Libraries.sln" |
    grep -vE '\.(Alone|Integration|Browser|Conventions)\.Tests\.csproj$' |
    sed 's/\\/\\\\/g; s/.*/"&"/' | paste -sd, -
  printf '] } }\n'
} > "$out/unit.slnf"

cd "$here"
# Paths in the pdbs stay real, or the collector would not find the sources.
dotnet test "$out/unit.slnf" --artifacts-path "$out" --results-directory "$out/results" \
  -p:Coverage=true -p:ContinuousIntegrationBuild=false -nologo \
  --collect "XPlat Code Coverage" --settings "$here/coverage.runsettings"

mapfile -t reports < <(find "$out/results" -name coverage.cobertura.xml)
[ "${#reports[@]}" -gt 0 ] || { echo "coverage: no report was written"; exit 1; }
# A line of a file counts as covered if any assembly ran it.
awk -v root="$root/" -v least="$least" '
  /<source>/  { source = $0; gsub(/.*<source>|<\/source>.*/, "", source) }
  /<class /   { file = $0; sub(/.* filename="/, "", file); sub(/".*/, "", file)
                if (file !~ /^\//) file = source file
                file = index(file, root "src/") == 1 ? substr(file, length(root "src/") + 1) : "" }
  /<line /    { if (file == "") next
                n = $0; sub(/.* number="/, "", n); sub(/".*/, "", n)
                h = $0; sub(/.* hits="/, "", h); sub(/".*/, "", h)
                key = file SUBSEP n
                if (!(key in hit)) { hit[key] = 0; package = file; sub(/\/.*/, "", package); of[key] = package; lines[package]++; total++ }
                if (h + 0 > 0 && !hit[key]) { hit[key] = 1; covered[of[key]]++; all++ } }
  END {
    if (total == 0) { print "coverage: the reports name no file of src"; exit 1 }
    printf "%-28s %8s %8s %8s\n", "line coverage of src", "lines", "covered", "percent"
    sorted = "sort"
    for (package in lines) printf "%-28s %8d %8d %7.1f%%\n", package, lines[package], covered[package], 100 * covered[package] / lines[package] | sorted
    close(sorted)
    percent = 100 * all / total
    printf "%-28s %8d %8d %7.1f%%\n", "total", total, all, percent
    if (percent < least) { printf "coverage: %.1f%% is less than %s%%\n", percent, least; exit 1 }
  }' "${reports[@]}" | tee "$out/summary.txt"
