import { loadPart } from '../element/part.js';
import { register, type ElementClass } from '../element/register.js';

/** Registers the element that verifies under a tag; its file is read where the page has none yet. */
export async function defineVerify(tag: string, registry: CustomElementRegistry): Promise<void> {
  await loadPart('zj-element-verify.js', () => import('./verify.js'), 0);
  const Verify = customElements.get('zj-verify') as ElementClass;
  // A class has one name in a registry.
  if (!registry.get(tag)) register(tag, registry, class extends Verify {});
}
