// Jest runs ES modules where Node is started with --experimental-vm-modules.
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/*.test.mjs'],
  transform: {},
}
