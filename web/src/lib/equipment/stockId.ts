/** A new code for equipment that is of no donation. */
export function newStockId(): string {
  return `stock-${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`;
}
