/**
 * A Vitest reporter that tells the launcher how many tests passed and failed. A file that could not be run, and an error outside
 * of any test, count as failures. (Vitest asks for a default export.)
 */
export default class CountReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} errors
   */
  onTestRunEnd(modules, errors) {
    const counts = { passed: 0, failed: errors.length }
    for (const module of modules) {
      const failed = [...module.children.allTests('failed')].length
      counts.passed += [...module.children.allTests('passed')].length
      counts.failed += failed === 0 && module.state() === 'failed' ? 1 : failed
    }
    process.send?.(counts)
  }
}
