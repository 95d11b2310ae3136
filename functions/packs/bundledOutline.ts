/** The small picture of its own country alone, which the bundler puts here (infra/bundle.ts). */
declare const ownOutline: unknown;
export default ownOutline;
