#!/usr/bin/env bash
# Works on a real server behind a bad network for a while, with the server killed now and then; says what it took and whether the laws held.
#   eng/soak.sh [minutes, default 15] [seed]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
dotnet build tests/Clinic.Soak -c Release -v quiet -nologo
exec dotnet run --no-build -c Release --project tests/Clinic.Soak -- "${1:-15}" "${@:2}"
