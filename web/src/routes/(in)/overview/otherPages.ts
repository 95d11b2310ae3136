/* What few see of the overview, in a file of its own: a country in which nothing is live yet, a region out of reach, and those who are told a release. */
export { default as NoneLive } from './NoneLive.svelte';
export { default as Released } from './released/Released.svelte';
export { default as Unreached } from './Unreached.svelte';
