/** A Python wheel that carries TensorFlow's C library and headers, pinned by its hash. */
export interface Wheel {
  readonly package: string;
  readonly version: string;
  /** pip's names of the platform and the Python it was built for; the Python that downloads it may be any. */
  readonly platformTag: string;
  readonly pythonVersion: string;
  readonly abi: string;
  readonly sha256: string;
  /** **Unit** bytes. */
  readonly bytes: number;
}

/**
 * The wheels we build on. macOS and Windows are missing: their wheels link differently, and nobody has built the addon
 * on them yet; there tfjs-node's own download or WASM serves.
 */
export const wheels: Readonly<Partial<Record<string, Wheel>>> = {
  'linux-x64': {
    package: 'tensorflow-cpu',
    version: '2.21.0',
    platformTag: 'manylinux_2_27_x86_64',
    pythonVersion: '3.11',
    abi: 'cp311',
    sha256: '2b847d217b02ee7731ed91431daf3250daa0196c3c94614d23be27232e6e5b6c',
    bytes: 273_829_956,
  },
  'linux-arm64': {
    package: 'tensorflow',
    version: '2.21.0',
    platformTag: 'manylinux_2_27_aarch64',
    pythonVersion: '3.11',
    abi: 'cp311',
    sha256: '4b24aca16d527a3cf1c37f720c04c484c3d20f4d0fdfa98632ac8b9f3be6eb5c',
    bytes: 281_828_020,
  },
};
