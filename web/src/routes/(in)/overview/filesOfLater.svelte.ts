import { onMount } from 'svelte';
import { laterParts } from './later.ts';
import type Later from './later/Later.svelte';

/** What a page fetches once it is shown: what draws charts, and what comes after the first screenful. Without network it goes without. */
export class FilesOfLater {
  hasCharts = $state(false);
  Later = $state.raw<typeof Later>();

  constructor() {
    onMount(() => {
      void import('#lib/chart/register.ts').then(() => (this.hasCharts = true)).catch(() => undefined);
      void laterParts()
        .then((parts) => (this.Later = parts))
        .catch(() => undefined);
    });
  }
}
