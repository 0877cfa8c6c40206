import { requireFromCore } from '../load-tensorflow-js.ts';
import { wheels } from './wheel/wheels.ts';

/** Raised when the way we build changes, so that older builds in caches are not taken for current. 2: addons for several threads. */
const recipe = 2;

/** The key of the build that a wheel gives, with the wheel's hash in it; null where no wheel is pinned for the platform. */
export function wheelBuildKey(platform: string): string | null {
  const wheel = wheels[platform];
  if (wheel === undefined) return null;
  return `${wheel.package}-${wheel.version}-${wheel.sha256.slice(0, 8)}-${platform}-${tfjsNodeName()}-recipe-${recipe}`;
}

/** The key of the build that tfjs-node's own download gives: the library of 2022 that its version names. */
export function officialBuildKey(platform: string): string {
  return `official-${platform}-${tfjsNodeName()}-recipe-${recipe}`;
}

/** tfjs-node's own download is not taken from Node 23 on; its author never released a version for it. */
export function mayUseOfficialBuild(nodeMajor: number): boolean {
  return nodeMajor < 23;
}

/** The keys that serve here, the best first. */
export function acceptableKeys(platform: string, nodeMajor: number): readonly string[] {
  const official = mayUseOfficialBuild(nodeMajor) ? [officialBuildKey(platform)] : [];
  return [wheelBuildKey(platform), ...official].filter((key) => key !== null);
}

function tfjsNodeName(): string {
  const { version } = requireFromCore('@tensorflow/tfjs-node/package.json') as { readonly version: string };
  return `tfjs-node-${version}`;
}
