import type { Language } from '../domain/names.ts';

/** Where a page in a language is on the product's one origin. */
export const pagePath = (language: Language): string => `/public/${language}.html`;

/** Where the data of a release is. */
export const dataPath = (releaseId: string): string => `/api/v1/public/releases/${releaseId}`;
