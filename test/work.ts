/**
 * Milliseconds that this process has worked since it began. A test that bounds time bounds these: a machine that is busy with
 * other things makes a test wait, but no more work of it.
 */
export function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
