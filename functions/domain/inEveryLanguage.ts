import type { Names } from './names.ts';

/** A name that the product itself gives, in its languages. What is built for browsers carries the reader's alone. */
export const names = (en: string, uk: string, be: string, ru: string): Names => ({ en, uk, be, ru });
