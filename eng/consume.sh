#!/usr/bin/env bash
# Restores, builds and runs the consumer apps on packed packages, away from the repository, and checks what they print.
#   eng/consume.sh <folder of packages>
set -euo pipefail
packages=$(cd "${1:?the folder of packages}" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

versions=("$packages"/Clinic.Abstractions.[0-9]*.nupkg)
[ "${#versions[@]}" -eq 1 ] && [ -f "${versions[0]}" ] || { echo "consume: $packages does not hold one Clinic.Abstractions"; exit 1; }
ClinicVersion=$(basename "${versions[0]}" .nupkg)
export ClinicVersion=${ClinicVersion#Clinic.Abstractions.}
# A cache of its own, or a re-packed version would come from the old one.
export NUGET_PACKAGES=$work/cache

# Clinic.* comes from the folder and from nowhere else; everything else from the sources of this machine.
{
  printf '<?xml version="1.0" encoding="utf-8"?>\n<configuration>\n  <packageSources>\n    <add key="clinic" value="%s" />\n  </packageSources>\n' "$packages"
  printf '  <packageSourceMapping>\n    <packageSource key="clinic"><package pattern="Clinic.*" /></packageSource>\n'
  dotnet nuget list source | sed -n 's/^ *[0-9][0-9]*\. *\(.*[^ ]\) *\[Enabled\].*$/    <packageSource key="\1"><package pattern="*" \/><\/packageSource>/p'
  printf '  </packageSourceMapping>\n</configuration>\n'
} > "$work/nuget.config"

failed=0
for app in tests/consumers/*/; do
  name=$(basename "$app")
  cp -r "$app" "$work/$name"
  rm -rf "$work/$name/bin" "$work/$name/obj"
  if (cd "$work/$name" && dotnet build -nologo -v quiet > "$work/$name.log" 2>&1 && dotnet run --no-build > "$work/$name.out" 2>> "$work/$name.log") &&
    diff -u "$app/expected.txt" "$work/$name.out"; then
    echo "consumer $name on Clinic packages $ClinicVersion: ok"
  else
    cat "$work/$name.log" 2> /dev/null
    echo "consumer $name on Clinic packages $ClinicVersion: FAILED"
    failed=1
  fi
done
exit "$failed"
