# Starts the sandbox in the background and writes what it says of itself to the step's outputs. It runs until the job ends.
set -euo pipefail

arguments=(--port "$PORT")
add() {
  local name=$1 value
  while IFS= read -r value; do
    if [ -n "$value" ]; then arguments+=("$name" "$value"); fi
  done <<<"$2"
}
add --forward-to "$FORWARD_TO"
add --thin-to "$THIN_TO"
add --webhook-secret "$WEBHOOK_SECRET"
add --api-version "$API_VERSION"
add --state "$STATE"

read -r -a command <<<"${COMMAND:-npx --yes stripe-identity-sandbox@$VERSION}"
log="$RUNNER_TEMP/stripe-identity-sandbox.log"
nohup "${command[@]}" "${arguments[@]}" >"$log" 2>&1 &
process=$!
echo "$process" >"$RUNNER_TEMP/stripe-identity-sandbox.pid"

# npm may have to fetch it first.
for ((tries = 0; tries < 1200; tries++)); do
  if grep -q '^Stripe Identity sandbox ready: ' "$log"; then break; fi
  if ! kill -0 "$process" 2>/dev/null; then
    echo "The sandbox did not start:" >&2
    cat "$log" >&2
    exit 1
  fi
  sleep 0.1
done

ready=$(grep '^Stripe Identity sandbox ready: ' "$log")
said() { sed -E "s/.*[ ]$1=([^ ]+).*/\1/" <<<"$ready"; }
{
  echo "url=$(sed -E 's/.*ready: ([^ ]+).*/\1/' <<<"$ready")"
  echo "secret-key=$(said secret_key)"
  echo "restricted-key=$(said restricted_key)"
  echo "publishable-key=$(said publishable_key)"
  echo "webhook-secret=$(said webhook_secret)"
} >>"$GITHUB_OUTPUT"
echo "$ready" | sed -E 's/ secret_key=.*//'
