# Shared by the benchmarks of many responses: a survey of 20 questions, and responses to it, made by the owner's role.
# Sourced behind start_platform, with database, tenant and api_key known.

# The owner's role is not bound by row-level security: what it runs is plain SQL.
export PGPASSWORD PGHOST=${database%:*} PGPORT=${database#*:} PGUSER=survey_owner PGDATABASE=survey
PGPASSWORD=$(secret survey.owner.password)

api() { curl -fsS -H "Authorization: Bearer $api_key" "$@"; }

questions() {
  python3 - <<'PYTHON'
import json
scale = {"min": 1, "max": 5}
options = [{"code": code, "label": code.upper()} for code in "abcd"]
items = [{"linkId": "recommend", "type": "nps"}, {"linkId": "ease", "type": "ces"},
         {"linkId": "satisfied", "type": "csat", "scale": scale, "topBoxes": [4, 5]}]
items += [{"linkId": f"scale-{i}", "type": "scale", "scale": scale} for i in range(1, 10)]
items += [{"linkId": f"choice-{i}", "type": "single-choice", "options": options} for i in range(1, 4)]
items += [{"linkId": "used", "type": "multiple-choice", "options": options}, {"linkId": "minutes", "type": "number"},
          {"linkId": "city", "type": "short-text"}, {"linkId": "why", "type": "text"}, {"linkId": "day", "type": "date"}]
assert len(items) == 20
regions = [{"code": code, "label": code.title()} for code in ("north", "east", "south", "west")]
print(json.dumps({"name": "Bench", "attributes": [{"key": "region", "type": "choice", "label": "Region", "options": regions}],
                  "items": [{"text": item["linkId"], **item} for item in items]}))
PYTHON
}

# seeded RESPONSES: makes a survey with so many responses and prints the id of its version.
seeded() {
  local survey version
  survey=$(questions | api -X POST "$base_url/v1/surveys" -H 'Content-Type: application/json' -d @- | json id)
  version=$(api -X POST "$base_url/v1/surveys/$survey/versions" | json id)
  psql -XqAt -v ON_ERROR_STOP=1 -v tenant="$tenant" -v survey="$survey" -v version="$version" -v responses="$1" \
    -f "$bench_dir/responses-seed.sql" >&2
  echo "$version"
}
