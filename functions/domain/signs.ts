/** A number in so many signs of an alphabet, the least first; what is above them is left out. */
export function signsOf(value: bigint, alphabet: string, count: number): string {
  const size = BigInt(alphabet.length);
  let rest = value;
  return Array.from({ length: count }, () => {
    const sign = alphabet[Number(rest % size)] ?? '';
    rest /= size;
    return sign;
  }).join('');
}
