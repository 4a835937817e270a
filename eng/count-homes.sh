#!/usr/bin/env bash
# Counts how many hand-written files one change touches, by examples: the files that name an existing fact are those that
# a new one of its kind has to be added to. "eng/count-homes.sh -v" lists them. Fails when a goal is missed.
#
# Counted are sources of src and generators, in C# and TypeScript, and the protos. Not counted are tests, documentation and
# what a command writes: that is shown beside the count. A name that stands for other things too is told apart by what is
# left out, a pattern of lines, and each example says why.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
status=0

# homes TITLE GOAL PATTERN [LINES LEFT OUT]
homes() {
  local found renewed count
  found=$(git grep -nE "$3" -- 'src/*.cs' 'src/*.ts' 'generators/*.cs' 'protos/*.proto' ':!src/clients/*/test/*' ':!src/clients/*/generated/*' |
    grep -vE "${4:-^$}" | cut -d: -f1 | sort -u)
  renewed=$(git grep -laE "$3" -- 'src/*/PublicAPI.*.txt' eng/contract-baseline.binpb | tr '\n' ' ')
  count=$(wc -l <<<"$found")
  printf '%-44s %2d of at most %2d; by a command: %s\n' "$1" "$count" "$2" "${renewed:-none}"
  [[ $verbose != -v ]] || sed 's/^/  /' <<<"$found"
  ((count <= $2)) || status=1
}

verbose=${1:-}

# A modifier row of a publication has a text of the same name; it is another fact.
homes 'text of a modifier verdict: when_to_use' 5 'WhenToUse|when_to_use' \
  '^src/CodeReference/Publications/|Publication(Wire|Answer)\.cs:|publication\.proto:'

# Its enum is a file of its own; the other inputs have theirs among the codes.
homes 'input of a claim line: claim_type' 9 '\bClaimType\b|\bclaim_type\b'

# The code system of places, and what a site of service is called, are other facts.
homes 'input of a claim line: place_of_service' 9 '\bPlaceOfService\b|\bplace_of_service\b' \
  'CodeSystem[.]PlaceOfService|CODE_SYSTEM|/Codes/|/CodeSets/|SectionKind|OfficialColumns|TableSchema|CodeSearch'

# What works the answer out in the library is left out: it is the work itself, and not a place that names it.
homes 'RPC: SearchCodes' 10 '\bSearch(Codes|Answer)|\bsearchCodes' '^src/CodeReference/ReferenceBook.cs:'

exit $status
