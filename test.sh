#!/usr/bin/env bash
# Builds once and runs every test; ends with one line: N passed, N failed[, N skipped].
#   ./test.sh [--no-build] [-c Release] [options of dotnet test, such as --filter-class "*LotTests"]
#   ./test.sh --project tests/Clinic.Pharmacy.Tests [options]
# Assemblies named *.Alone.Tests kill processes or measure time, so they run after the others, one by one.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
solution=Clinic.Libraries.sln
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build=true
configuration=()
project=""
filtered=()
options=()
while [ $# -gt 0 ]; do
  case $1 in
    --no-build) build=false ;;
    -c | --configuration) configuration=(-c "${2:?$1 needs a value}"); shift ;;
    --project) project=${2:?--project needs a value}; shift ;;
    # Where a filter leaves nothing of an assembly, that assembly has not failed.
    --filter-*) filtered=(--ignore-exit-code 8); options+=("$1") ;;
    *) options+=("$1") ;;
  esac
  shift
done

passed=0 failed=0 skipped=0 status=0

# Adds the totals of one run; a run that ends badly or unseen counts as a failure, whatever it printed.
add_up() {
  local log=$1 rc=$2 p f s e
  read -r p f s e < <(awk '
    { sub(/\r$/, "") }
    /^Test run summary:/        { seen = 1; p = f = s = e = 0 }
    seen && $1 == "succeeded:"  { p = $2 }
    seen && $1 == "failed:"     { f = $2 }
    seen && $1 == "skipped:"    { s = $2 }
    seen && $1 == "error:"      { e = $2 }
    END { print p + 0, f + 0, s + 0, e + (seen ? 0 : 1) }' "$log")
  f=$((f + e))
  if [ "$rc" -ne 0 ] && [ "$f" -eq 0 ]; then f=1; fi
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  if [ "$rc" -ne 0 ] && [ "$status" -eq 0 ]; then status=$rc; fi
}

run() {
  dotnet test "$@" --no-build "${configuration[@]}" --no-ansi --no-progress --timeout 20m "${filtered[@]}" "${options[@]}" 2>&1 | tee "$work/log"
  add_up "$work/log" "${PIPESTATUS[0]}"
}

# A solution filter of the test projects whose path matches, or of those that do not; says whether there are any.
filter_of() {
  local file=$1; shift
  sed -n 's/.*"\(tests\\[^"]*\.csproj\)".*/\1/p' "$solution" | grep "$@" > "$work/projects" || return 1
  {
    printf '{ "solution": { "path": "%s", "projects": [' "$(pwd)/$solution"
    sed 's/\\/\\\\/g; s/.*/"&"/' "$work/projects" | paste -sd, -
    printf '] } }\n'
  } > "$file"
}

finish() {
  if [ "$failed" -eq 0 ] && [ "$passed" -eq 0 ]; then failed=1; fi
  if [ "$failed" -ne 0 ] && [ "$status" -eq 0 ]; then status=1; fi
  printf '%d passed, %d failed' "$passed" "$failed"
  if [ "$skipped" -gt 0 ]; then printf ', %d skipped' "$skipped"; fi
  printf '\n'
  exit "$status"
}

if $build; then
  dotnet build "${project:-$solution}" "${configuration[@]}" -v quiet -nologo || { status=$? failed=1; finish; }
fi

if [ -n "$project" ]; then
  run --project "$project"
else
  if filter_of "$work/together.slnf" -v '\.Alone\.Tests\.csproj$'; then run --solution "$work/together.slnf"; fi
  if filter_of "$work/alone.slnf" '\.Alone\.Tests\.csproj$'; then run --solution "$work/alone.slnf" --max-parallel-test-modules 1; fi
fi
finish
