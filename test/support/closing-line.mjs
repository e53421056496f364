// The one plain line that a reader, or a machine, finds at the end of a run. It is written when the process
// leaves, so that it stands below Jest's own summary.

const onBuildServer = () => !['', '0', 'false'].includes((process.env.CI ?? '').toLowerCase());

/** Counts of a run as Jest's aggregated results give them; a suite that could not start counts as one failure. */
function closingLine(results) {
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests + results.numTodoTests;
  return `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Why a run is refused though no test failed; undefined when there is nothing to say. */
function refusal(results, onBuildServer) {
  const skipped = results.numPendingTests + results.numTodoTests;
  if (!onBuildServer || skipped === 0) return undefined;
  return `${skipped} skipped: under CI every test runs, a skipped one fails the run.`;
}

export default class ClosingLine {
  #refused;

  onRunComplete(_contexts, results) {
    const said = refusal(results, onBuildServer());
    if (said !== undefined) this.#refused = new Error(said);
    process.on('exit', () => process.stdout.write(`${said === undefined ? '' : `${said}\n`}${closingLine(results)}\n`));
  }

  // Jest asks each reporter for this and ends with exit code 1 when there is one.
  getLastError() {
    return this.#refused;
  }
}
