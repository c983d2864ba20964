// The health check of the container image: ends with 0 where /healthz answers that the bot is well, and with 1 otherwise.
const read = (name) => process.env[name]?.trim() ?? '';
const port = read('METRICS_PORT');
// An address that means all addresses of the container is asked on its own.
const host = ['', '0.0.0.0', '::'].includes(read('METRICS_HOST')) ? '127.0.0.1' : read('METRICS_HOST');
const address = `${host.includes(':') ? `[${host}]` : host}:${port}`;
if (port === '' || port === '0') {
  process.stdout.write('METRICS_PORT names no port, so nothing tells how the bot is. Its process runs.\n');
} else {
  try {
    const response = await fetch(`http://${address}/healthz`, { signal: AbortSignal.timeout(4000) });
    process.stdout.write(`${response.status} ${(await response.text()).slice(0, 1000)}\n`);
    process.exitCode = response.ok ? 0 : 1;
  } catch (error) {
    process.stdout.write(
      `/healthz at ${address} does not answer: ${error.cause?.message ?? error.message}\n`,
    );
    process.exitCode = 1;
  }
}
