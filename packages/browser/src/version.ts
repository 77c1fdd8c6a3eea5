/** The same as in package.json; the build checks it. */
export const version = '0.1.0';
