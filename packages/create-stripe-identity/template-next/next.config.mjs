/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // It loads the driver of its database by itself, when it needs it.
  serverExternalPackages: ['stripe-identity-server'],
}
