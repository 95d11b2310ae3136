import ukraine from './ukraine/pack.json' with { type: 'json' };

// Imported as `#packs`: a bundle has the deployed country's pack in its place (infra/bundle.ts).
export default [ukraine];
