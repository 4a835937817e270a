#!/usr/bin/env bash
# Builds, checks and tests the clients against the service, which has to be built; fails when any of it does.
# "eng/test-clients.sh counts.txt" also writes a line for each kind of test: how many passed, failed and were skipped.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

counts=$(realpath "${1:-/dev/null}")
output=$(mktemp)
trap 'rm -f "$output"' EXIT
status=0

(
  cd src/clients/typescript
  npm ci
  npm run build
  npm run check
)
npm test --prefix src/clients/typescript -- --reporter=default --reporter=json --outputFile.json="$output" || status=1
node -p "const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(fs.readFileSync('$output')); [numPassedTests, numFailedTests, numPendingTests].join(' ')" >>"$counts"

eng/generate-clients.sh python go java
/usr/bin/python3 -m unittest discover --start-directory src/clients/python 2>&1 | tee "$output" || status=1
number() { sed -nE "s/.*$1([0-9]+).*/\\1/p" "$output" | grep . || echo 0; }
bad=$(($(number 'failures=') + $(number 'errors=')))
skipped=$(number 'skipped=')
echo "$(($(number '^Ran ') - bad - skipped)) $bad $skipped" >>"$counts"

exit "$status"
