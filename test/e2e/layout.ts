import type { Page } from 'playwright-core';

const TARGET = 48;

/**
 * What does not fit on the screen as it is: a page that can be scrolled sideways, text that is cut (under an
 * ellipsis it says itself that there is more), things to press that are smaller than a finger.
 */
export function misfitsOf(page: Page): Promise<string[]> {
  return page.evaluate((target) => {
    const isSeen = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      const { visibility, opacity } = getComputedStyle(element);
      return box.width > 2 && box.height > 2 && visibility === 'visible' && opacity !== '0';
    };
    const nameOf = (element: Element): string => {
      const testId = element.closest('[data-testid]')?.getAttribute('data-testid') ?? '';
      const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40);
      return `${element.tagName.toLowerCase()} ${testId} “${text}”`;
    };
    const wide: string[] = [];
    for (let around = document.querySelector('#main'); around !== null; around = around.parentElement) {
      const { scrollWidth, clientWidth } = around;
      if (scrollWidth > clientWidth + 1) wide.push(`wide: ${nameOf(around)} ${scrollWidth} > ${clientWidth}`);
    }
    for (const box of document.querySelectorAll('[role="dialog"]')) {
      if (box.scrollWidth > box.clientWidth + 1) wide.push(`wide: ${nameOf(box)}`);
    }

    const cuts = (style: CSSStyleDeclaration): boolean =>
      ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
    const clipped: string[] = [];
    for (const element of document.querySelectorAll(
      'button, a, h1, h2, h3, label, [role="tab"], dt, dd, legend',
    )) {
      if (!isSeen(element) || element.closest('.visually-hidden')) continue;
      for (const inner of [element, ...element.querySelectorAll('*')]) {
        const style = getComputedStyle(inner);
        const isEllipsis = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
        if (!isSeen(inner) || !cuts(style) || isEllipsis || inner.tagName === 'svg') continue;
        const isCut =
          inner.scrollWidth > inner.clientWidth + 1 || inner.scrollHeight > inner.clientHeight + 2;
        if (isCut && (inner.textContent ?? '').trim() !== '') clipped.push(`cut: ${nameOf(inner)}`);
      }
      // A button whose words hang out of its own box.
      if (element.tagName !== 'BUTTON' && element.getAttribute('role') !== 'tab') continue;
      const box = element.getBoundingClientRect();
      for (const word of element.querySelectorAll('span')) {
        if (word.closest('.visually-hidden') || !isSeen(word)) continue;
        const inner = word.getBoundingClientRect();
        if (inner.left < box.left - 1 || inner.right > box.right + 1 || inner.bottom > box.bottom + 2) {
          clipped.push(`cut: ${nameOf(element)}`);
        }
      }
    }

    const small: string[] = [];
    const pressed =
      'button, a[href], summary, select, input:not([type="hidden"]), textarea, [role="tab"], [role^="menuitem"]';
    for (const element of document.querySelectorAll(pressed)) {
      // A control that lies unseen under its label is as large as the label.
      const label =
        element.closest('label') ?? document.querySelector(`label[for="${CSS.escape(element.id || '-')}"]`);
      const isHiddenInput = element.closest('.visually-hidden') !== null;
      const pressable = isHiddenInput ? label : element;
      if (pressable === null || !isSeen(pressable) || pressable.closest('[inert]')) continue;
      if (pressable.closest('p') && pressable.tagName === 'A') continue;
      // The two halves of a time stand in one field of full height.
      if (/-(hours|minutes)$/.test(element.getAttribute('data-testid') ?? '')) continue;
      const box = pressable.getBoundingClientRect();
      const whole =
        label !== null && element.matches('[type="checkbox"], [type="radio"]')
          ? label.getBoundingClientRect()
          : box;
      const height = Math.max(box.height, whole.height);
      const width = Math.max(box.width, whole.width);
      if (height < target - 0.5 || width < target - 0.5) {
        small.push(`small: ${nameOf(element)} ${Math.round(width)}×${Math.round(height)}`);
      }
    }
    return [...new Set([...wide, ...clipped, ...small])];
  }, TARGET);
}
