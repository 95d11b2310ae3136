/* What few see of the overview, in a file of its own: a country in which nothing is live yet, and those who are told a release. */
export { default as NoneLive } from './NoneLive.svelte';
export { default as Released } from './released/Released.svelte';
