/** Whether elder mode is on, by the attribute or by the page around: the frame's sheet says so on the probe. */
export function isElderIn(probe: CSSStyleDeclaration): boolean {
  return probe.getPropertyValue('--_elder-on').trim() === '1';
}
