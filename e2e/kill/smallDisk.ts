import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own, small enough to be filled and able to grow while it is in use. */
export interface SmallDisk {
  directory: string;
  /** @param mebibytes its new size */
  grow(mebibytes: number): void;
  remove(): void;
}

/** Mounts one, or says why that cannot be done here. */
export function mountSmallDisk(mebibytes: number): SmallDisk | { cannot: string } {
  if (process.platform !== 'linux')
    return { cannot: `a disk of bounded size is mounted with tmpfs, which ${process.platform} has not` };
  if (process.getuid?.() !== 0) return { cannot: 'mounting a disk of bounded size needs root' };
  const directory = mkdtempSync(join(tmpdir(), 'spectacle-disk-'));
  const mount = (...options: string[]) =>
    execFileSync('mount', ['-t', 'tmpfs', '-o', options.join(','), 'tmpfs', directory], { stdio: 'pipe' });
  try {
    mount(`size=${mebibytes}m`);
  } catch (error) {
    rmSync(directory, { recursive: true });
    return { cannot: `mount failed: ${error instanceof Error ? error.message : error}` };
  }
  return {
    directory,
    grow: (larger) => void mount('remount', `size=${larger}m`),
    remove: () => {
      execFileSync('umount', [directory]);
      rmSync(directory, { recursive: true });
    },
  };
}
