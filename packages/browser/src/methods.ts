/** The calls that can be made before the script has arrived, and are then made again. */
export const queuedMethods = [
  'page',
  'track',
  'identify',
  'group',
  'alias',
  'reset',
  'ready',
  'flush',
  'consent',
  'optIn',
  'optOut',
] as const;
