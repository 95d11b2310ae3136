import { tick } from 'svelte';

/** Takes whoever sent a form to the first field that something is wrong with, once that is shown. */
export async function focusFault(form: HTMLElement | undefined): Promise<void> {
  await tick();
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
