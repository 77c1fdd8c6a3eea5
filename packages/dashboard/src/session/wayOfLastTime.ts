/** How somebody logs in. */
export type Way = 'password' | 'token';

const key = 'spectacle.login';

/** How this browser logged in the last time; with a password if it never did, or does not remember. */
export function wayOfLastTime(): Way {
  try {
    return localStorage.getItem(key) === 'token' ? 'token' : 'password';
  } catch {
    return 'password';
  }
}

export function rememberWay(way: Way): void {
  try {
    localStorage.setItem(key, way);
  } catch {
    // Storage is blocked: the next log-in begins with the password.
  }
}
