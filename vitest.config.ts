import type { ViteUserConfig } from 'vitest/config';

/** TensorFlow's addon lives in a process, not in a thread, and its log lines are no test output. */
const everywhere = {
  pool: 'forks' as const,
  setupFiles: ['.ci/silent-console.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
  env: { TF_CPP_MIN_LOG_LEVEL: '2' },
};

const config: ViteUserConfig = {
  test: {
    projects: [
      {
        test: {
          ...everywhere,
          name: 'laboratory',
          include: ['packages/{core,plots,bot,display,notebooks,loopback}/src/**/*.test.ts'],
        },
      },
      {
        test: {
          ...everywhere,
          name: 'consumer',
          include: ['packages/consumer/src/**/*.test.ts'],
          // compilers and downloads of another Node
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
    // two processes at most: each holds a TensorFlow, whose thread pool takes all cores
    maxWorkers: 2,
    // of tests that say they can run side by side, each with a kernel of its own
    maxConcurrency: 2,
    coverage: { include: ['packages/{core,plots,bot,display,notebooks}/src/**/*.ts'], exclude: ['**/*.test.ts', '**/index.ts'] },
  },
};

export default config;
