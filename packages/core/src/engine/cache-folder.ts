import envPaths from 'env-paths';

/** The folder of this user's caches: `~/.cache/vanish`, `~/Library/Caches/vanish`, `%LOCALAPPDATA%\vanish\Cache`. */
export function cacheFolder(): string {
  return envPaths('vanish', { suffix: '' }).cache;
}
