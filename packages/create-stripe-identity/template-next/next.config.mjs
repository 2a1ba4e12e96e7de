/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // The server loads its database driver at run time, so it must not be bundled.
  serverExternalPackages: ['stripe-identity-server'],
}
