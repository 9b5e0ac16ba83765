import { findGift } from '../element/source.js';
import { defineBeside } from '../element/beside.js';
import { register, type ElementClass } from '../element/register.js';

/** Whether the figures of an element can be computed again here. */
export function canVerify(element: Element): boolean {
  const around = findGift(element);
  return around?.verify !== undefined && around.canQuery;
}

/** A `<zj-verify>` for a goal, or for the whole release; its file is read where the page has none yet. */
export async function createVerify(
  element: Element,
  { goal, elder }: { readonly goal: string; readonly elder: boolean },
): Promise<HTMLElement> {
  const { tag, registry } = await defineBeside(element, 'verify', async (tag, registry) => {
    await import('../define/verify.js');
    const Verify = customElements.get('zj-verify') as ElementClass;
    // A class has one name in a registry.
    if (!registry.get(tag)) register(tag, registry, class extends Verify {});
  });
  const options = { customElementRegistry: registry };
  const verify = element.ownerDocument.createElement(tag, options);
  if (goal) verify.setAttribute('goal', goal);
  verify.toggleAttribute('elder', elder);
  // Its failures are not those of the element around it.
  verify.addEventListener('zj-failed', (event) => event.stopPropagation());
  return verify;
}
