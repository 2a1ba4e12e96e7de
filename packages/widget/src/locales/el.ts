import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Επαλήθευση ταυτότητας',
  retry: 'Δοκιμάστε ξανά',
  idle: {
    title: 'Έλεγχος ταυτότητας',
    detail: 'Χρειάζεστε έγγραφο ταυτότητας, κάμερα και περίπου δύο λεπτά.',
  },
  privacy: 'Ο έλεγχος γίνεται από τη Stripe.',
  starting: { title: 'Μια στιγμή …' },
  processing: { title: 'Γίνεται έλεγχος …', detail: 'Σπάνια διαρκεί πάνω από ένα λεπτό.' },
  processing_long: { title: 'Γίνεται έλεγχος …', detail: 'Σπάνια διαρκεί πάνω από ένα λεπτό.' },
  verified: { title: 'Η ταυτότητά σας επαληθεύτηκε' },
  unavailable: { title: 'Κάτι πήγε στραβά', detail: 'Ελέγξτε το δίκτυο και δοκιμάστε ξανά.' },
}
