import ukraine from './ukraine.json' with { type: 'json' };

// Imported as `#packs`: a bundle has the deployed country's file in its place (infra/bundle.ts).
export default [ukraine];
