/** The calls that become events. `screen` is accepted on the wire and stored as `page`. */
export const callTypes = ['page', 'track', 'identify', 'group', 'alias'] as const;

export type CallType = (typeof callTypes)[number];
