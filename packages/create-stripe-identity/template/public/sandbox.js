// Sandbox mode only: the element opens the sandbox's modal instead of Stripe's, from the script before this one.
document.querySelector('identity-verification').stripe = async (key, options) => window.Stripe(key, options)
