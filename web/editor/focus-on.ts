import type { Missing } from './play-check.ts';

/** Leads to where it can be mended. */
export function focusOn({ field, part }: Pick<Missing, 'field' | 'part'>) {
  const place = document.querySelector(`.editor [data-field="${field}"]`);
  const exact = part === undefined ? place : (place?.querySelector(`[data-part="${part}"]`) ?? place);
  const control = exact?.matches('input, button') ? exact : exact?.querySelector('textarea, input, select, button');
  if (control instanceof HTMLElement) control.focus();
}
