#!/usr/bin/env bash
# Checks what is in this folder with the tools that read it. What is not on the path is not checked, which it says.
#   packaging/check.sh           compares the rendered chart with packaging/helm/rendered
#   packaging/check.sh --write   writes that folder anew, after a change of the chart
set -uo pipefail
cd "$(dirname "$0")/.." || exit

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

# check NAME TOOL COMMAND...: runs the command if its tool is there, and shows what it says if it fails.
check() {
  local name=$1 tool=$2
  shift 2
  if ! command -v "$tool" >/dev/null; then
    echo "not checked: $name ($tool is not on the path)"
  elif "$@" >"$scratch/output" 2>&1; then
    echo "checked: $name"
  else
    echo "✗ $name"
    cat "$scratch/output"
    failed=1
  fi
}

chart=packaging/helm/footnote
rendered=packaging/helm/rendered
required=image.repository=ghcr.io/example/footnote,discord.existingSecret=footnote
on_postgres=database.kind=postgres,database.postgres.existingSecret=footnote-database,knowledge.configMap=articles
with_all=metrics.serviceMonitor.enabled=true,networkPolicy.enabled=true,env.LOG_LEVEL=debug

# render NAME SET...: the chart with these values, as a file of the scratch folder.
render() {
  local name=$1
  shift
  helm template footnote "$chart" --namespace bots --kube-version 1.30.0 --set "$required" "$@" >"$scratch/$name.yaml"
}

# The hash tells a test without helm whether the rendered files are of this chart.
render_all() {
  render sqlite && render postgres --set "$on_postgres,$with_all" &&
    find "$chart" -type f | LC_ALL=C sort | xargs cat | sha256sum | cut -d' ' -f1 >"$scratch/chart.sha256"
}

same_as_rendered() {
  render_all || return
  local file
  for file in sqlite.yaml postgres.yaml chart.sha256; do diff "$rendered/$file" "$scratch/$file" || return; done
}

# refused SET...: whether the schema of the values refuses each of these.
refused() {
  local values
  for values in "$@"; do
    if render refused --set "$values"; then
      echo "the chart takes $values"
      return 1
    fi
  done
}

# The unit, with the Node.js of this machine.
systemd_unit() {
  sed "s#/usr/bin/node#$(command -v node)#" packaging/systemd/footnote.service >"$scratch/footnote.service"
  systemd-analyze verify "$scratch/footnote.service"
}

# The queries of the dashboard, as rules: its variables stand where a string or a time may stand.
dashboard_queries() {
  node -e '
    const { panels } = JSON.parse(require("fs").readFileSync("packaging/monitoring/dashboard.json"));
    const queries = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
    const rules = queries.map((expr, index) => ({ record: `query_${index}`, expr: expr.replaceAll("$__rate_interval", "5m") }));
    console.log(JSON.stringify({ groups: [{ name: "dashboard", rules }] }));
  ' >"$scratch/dashboard.yaml" && promtool check rules "$scratch/dashboard.yaml"
}

compose_file() {
  mkdir -p "$scratch/project/secrets" && cp "$1" "$scratch/project/compose.yaml" && cp -r knowledge "$scratch/project" &&
    touch "$scratch/project/secrets/"{discord-token,database-url,postgres-password} &&
    docker compose --project-directory "$scratch/project" --file "$scratch/project/compose.yaml" config --quiet
}

if [ "${1:-}" = --write ]; then
  mkdir -p "$rendered"
  render_all && cp "$scratch"/{sqlite.yaml,postgres.yaml,chart.sha256} "$rendered"
  exit
fi

check 'chart' helm helm lint "$chart" --quiet --set "$required"
check 'rendered chart' helm same_as_rendered
check 'schema of the values' helm refused image.repository= database.kind=mysql database.kind=postgres replicas=0 typo=1 \
  env.DISCORD_TOKEN=x env.SERVER=1300000000000000000 knowledge.configMap=a,knowledge.existingClaim=b
check 'alert rules' promtool promtool check rules packaging/monitoring/alerts.yaml
check 'tests of the alert rules' promtool promtool test rules packaging/monitoring/alerts-test.yaml
check 'queries of the dashboard' promtool dashboard_queries
check 'systemd unit' systemd-analyze systemd_unit
check 'workflows' actionlint actionlint
check 'scripts' shellcheck shellcheck --severity=warning .ci/run packaging/check.sh packaging/release/try-package.sh
if docker compose version >/dev/null 2>&1; then
  for file in compose.yaml compose.postgres.yaml; do check "$file" docker compose_file "$file"; done
else
  echo 'not checked: compose files (docker compose is not there)'
fi
exit "$failed"
