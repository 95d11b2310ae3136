/** What a bundle has as `#boundaries` of a country that nobody has given any for. */
const none: unknown = undefined;
export default none;
