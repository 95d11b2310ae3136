// Who does what in all examples, under which key and when.

export const by = { accountId: 'a-manager', name: 'Olena Kovalenko' };
export const key = { idempotencyKey: '3f0c5a52-1f6e-4c55-9d6a-8f3b1f7f0d21' };
export const at = '2024-12-03T08:30:00.000Z';
