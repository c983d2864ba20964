// The health check of the container image: ends with 0 where /healthz answers that the bot is well, and with 1 otherwise.
const port = process.env.METRICS_PORT?.trim() ?? '';
if (port === '') {
  process.stdout.write('METRICS_PORT is empty, so nothing tells how the bot is. Its process runs.\n');
} else {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(4000) });
    process.stdout.write(`${response.status} ${(await response.text()).slice(0, 1000)}\n`);
    process.exitCode = response.ok ? 0 : 1;
  } catch (error) {
    process.stdout.write(
      `/healthz on port ${port} does not answer: ${error.cause?.message ?? error.message}\n`,
    );
    process.exitCode = 1;
  }
}
