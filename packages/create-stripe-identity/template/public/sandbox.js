// On pages of the sandbox only: the element opens the sandbox's modal, from the script before this one, not Stripe's.
document.querySelector('identity-verification').stripe = async (key, options) => window.Stripe(key, options)
