#!/usr/bin/env bash
# Proves -p:UseStatelessPackage=true: the same sources compile and pass their tests against a package
# named Stateless, and the stand-in is then left out. The package is a fake made from the stand-in, for
# registries that lack the real one. Everything happens in a temporary copy; nothing in the tree changes.
#   eng/prove-stateless-switch.sh [version]      default 5.18.0
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1
version=${1:-5.18.0}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
quiet=(-v quiet -nologo "-clp:ErrorsOnly;NoSummary")
say() { printf '%s\n' "stateless switch: $*"; }
fail() { say "FAILED: $*"; exit 1; }

mkdir -p "$work/repo" "$work/fake" "$work/feed"
git ls-files -z --cached --others --exclude-standard | xargs -0 -I{} sh -c '[ ! -e "$1" ] || printf "%s\0" "$1"' _ {} |
  tar --null -cf - -T - | tar -xf - -C "$work/repo"
export NUGET_PACKAGES="$work/packages"

say "packs a fake Stateless $version"
cp -r "$work/repo/src/Shared/Stateless/." "$work/fake/"
find "$work/fake" -name '*.cs' -exec sed -i 's/^internal \(sealed \|abstract \|static \)/public \1/' {} +
cat > "$work/fake/Stateless.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <PackageVersion>$version</PackageVersion>
    <Description>Not the Stateless library: a fake for a proof.</Description>
    <Authors>nobody</Authors>
  </PropertyGroup>
</Project>
XML
dotnet pack "$work/fake/Stateless.csproj" -o "$work/feed" "${quiet[@]}"
# Added to the default source, which is not cleared.
cat > "$work/repo/nuget.config" <<XML
<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <packageSources>
    <add key="fake" value="$work/feed" />
  </packageSources>
</configuration>
XML

cd "$work/repo"
switch=(-p:UseStatelessPackage=true "-p:StatelessVersion=$version")
mapfile -t users < <(grep -rlE '<UsesStateless>true</UsesStateless>' --include='*.csproj' src tests | sort)
[ "${#users[@]}" -ge 2 ] || fail "found no project that uses Stateless"

# Which type of the stand-in a compiled assembly holds; the package has it elsewhere.
holds_stand_in() { grep -aq 'StateRepresentation' "$1"; }

say "control: the default build holds the stand-in"
dotnet build src/Clinic.Pharmacy "${quiet[@]}"
holds_stand_in src/Clinic.Pharmacy/bin/Debug/net10.0/Clinic.Pharmacy.dll || fail "the check would not see the stand-in"
rm -rf src/*/bin src/*/obj

tested=0
for project in "${users[@]}"; do
  name=$(basename "$project" .csproj)
  say "builds $name on the package"
  dotnet build "$project" "${switch[@]}" "${quiet[@]}"
  compiled=$(dotnet msbuild "$project" "${switch[@]}" -getItem:Compile)
  if grep -q 'Shared/Stateless' <<< "$compiled"; then fail "$name still compiles the stand-in"; fi
  dll=$(dirname "$project")/bin/Debug/net10.0/$name.dll
  if holds_stand_in "$dll"; then fail "$name.dll holds the stand-in"; fi
  grep -q "\"Stateless\"" "$(dirname "$project")/obj/stateless.lock.json" || fail "$name does not reference the package"

  tests=$project
  case $project in src/*) tests=tests/$name.Tests/$name.Tests.csproj ;; esac
  if grep -rqE '\[(Fact|Theory)' --include='*.cs' "$(dirname "$tests")" 2> /dev/null; then
    say "tests $(basename "$tests" .csproj) on the package"
    dotnet build "$tests" "${switch[@]}" "${quiet[@]}"
    [ -f "$(dirname "$tests")/bin/Debug/net10.0/Stateless.dll" ] || fail "$(basename "$tests" .csproj) runs without the package"
    dotnet test --project "$tests" --no-build "${switch[@]}" --no-ansi --no-progress
    tested=$((tested + 1))
  fi
done
[ "$tested" -ge 1 ] || fail "no test ran"
say "ok: ${#users[@]} projects built on the package, $tested test assemblies passed"
