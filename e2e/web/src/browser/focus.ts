import type { Page } from 'playwright-core';

export interface Focused {
  readonly tag: string;
  /** The label, accessible name or text somebody would know it by. */
  readonly name: string;
  readonly visible: boolean;
  /** Whether anything is drawn around it that says so. */
  readonly marked: boolean;
}

/** What has the keyboard. */
export function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return { tag: 'none', name: '', visible: false, marked: false };
    const { top, left, bottom, right, width, height } = element.getBoundingClientRect();
    const inside = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    const isOutlined = (at: Element): boolean => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    };
    // A text field has its cursor; a link that is a whole row has the outline of the row.
    const takesText = element.matches('input:not([type="checkbox"]), textarea');
    const around = [element, element.parentElement, element.closest('tr')].filter((at) => at !== null);
    const labels = 'labels' in element ? (element.labels as NodeListOf<HTMLElement> | null) : null;
    const name = element.getAttribute('aria-label') ?? labels?.[0]?.innerText ?? element.innerText;
    return {
      tag: element.tagName.toLowerCase(),
      name: name.trim().split('\n')[0] ?? '',
      visible: width > 0 && height > 0 && inside,
      marked: takesText || around.some(isOutlined),
    };
  });
}
