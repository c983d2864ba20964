/**
 * Keeps the engine from sending events to its maker. From 1.30 on, onnxruntime-node otherwise stores an id of the machine, is built to
 * upload events, and reads the whole command line with a regular expression: 15,000 characters overflow the stack of a thread. The engine
 * reads this variable when it loads. Only the main thread changes the real environment of the process.
 *
 * @see https://github.com/microsoft/onnxruntime/pull/27379
 */
export function disableEngineTelemetry(): void {
  process.env['ORT_DISABLE_TELEMETRY'] = '1';
}
