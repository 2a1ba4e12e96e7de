import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Δεν ολοκληρώσατε την επαλήθευση',
  detail: 'Συνεχίστε από εκεί που σταματήσατε όποτε θέλετε.',
}
const noCamera: Advice = {
  title: 'Δεν ήταν δυνατή η χρήση της κάμεράς σας',
  detail: 'Επιτρέψτε σε αυτή τη σελίδα να χρησιμοποιήσει την κάμερα ή χρησιμοποιήστε συσκευή με κάμερα.',
}
const phoneDeclined: Advice = {
  title: 'Δεν επιβεβαιώσατε το τηλέφωνό σας',
  detail: 'Δοκιμάστε ξανά και εισαγάγετε τον κωδικό που σας στέλνουμε.',
}
const somethingWrong: Advice = {
  title: 'Κάτι πήγε στραβά',
  detail: 'Δοκιμάστε ξανά σε ένα λεπτό.',
}

export const messages: RestTexts = {
  attempts_left: 'Προσπάθειες που απομένουν: {count}',
  open: { title: 'Συνεχίστε στο παράθυρο που άνοιξε' },
  requires_input: {
    title: 'Δεν ήταν δυνατή η επαλήθευση της ταυτότητάς σας',
    detail: 'Δοκιμάστε ξανά ή χρησιμοποιήστε άλλο έγγραφο.',
  },
  taken_back: {
    title: 'Αυτή η επαλήθευση πρέπει να επαναληφθεί',
    detail: 'Η προηγούμενη επαλήθευση δεν ισχύει πλέον. Επαληθεύστε ξανά την ταυτότητά σας.',
  },
  canceled: {
    title: 'Αυτή η επαλήθευση ακυρώθηκε',
    detail: 'Μπορείτε να ξεκινήσετε μια νέα όποτε θέλετε.',
  },
  redacted: {
    title: 'Τα δεδομένα της επαλήθευσής σας διαγράφηκαν',
    detail: 'Μπορείτε να επαληθεύσετε ξανά την ταυτότητά σας όποτε θέλετε.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Δεν συμφωνήσατε με την επαλήθευση',
    detail: 'Δοκιμάστε ξανά για να συμφωνήσετε ή επικοινωνήστε μαζί μας για άλλον τρόπο.',
  },
  country_not_supported: {
    title: 'Η επαλήθευση δεν είναι διαθέσιμη στη χώρα σας',
    detail: 'Επικοινωνήστε μαζί μας για άλλον τρόπο.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Το έγγραφό σας έχει λήξει',
    detail: 'Χρησιμοποιήστε ένα έγγραφο σε ισχύ.',
  },
  document_type_not_supported: {
    title: 'Δεν δεχόμαστε αυτόν τον τύπο εγγράφου',
    detail: 'Δοκιμάστε ξανά με ένα από τα αποδεκτά έγγραφα.',
  },
  document_unverified_other: {
    title: 'Δεν ήταν δυνατή η επαλήθευση του εγγράφου σας',
    detail: 'Βγάλτε τη φωτογραφία με καλό φωτισμό, ώστε να φαίνονται και οι τέσσερις άκρες.',
  },
  email_unverified_other: {
    title: 'Δεν ήταν δυνατή η επαλήθευση του email σας',
    detail: 'Ελέγξτε τη διεύθυνση και εισαγάγετε τον κωδικό που σας στέλνουμε.',
  },
  email_verification_declined: {
    title: 'Δεν επιβεβαιώσατε το email σας',
    detail: 'Δοκιμάστε ξανά και εισαγάγετε τον κωδικό που σας στέλνουμε.',
  },
  id_number_insufficient_document_data: {
    title: 'Το έγγραφό σας δεν έχει αρκετά στοιχεία για τον έλεγχο του αριθμού ταυτότητας',
    detail: 'Χρησιμοποιήστε ένα έγγραφο με το πλήρες όνομα και την ημερομηνία γέννησής σας.',
  },
  id_number_mismatch: {
    title: 'Ο αριθμός ταυτότητάς σας δεν ταιριάζει με τα στοιχεία σας',
    detail: 'Ελέγξτε τον αριθμό, το όνομα και την ημερομηνία γέννησής σας και δοκιμάστε ξανά.',
  },
  id_number_unverified_other: {
    title: 'Δεν ήταν δυνατή η επαλήθευση του αριθμού ταυτότητάς σας',
    detail: 'Ελέγξτε τον αριθμό και δοκιμάστε ξανά.',
  },
  phone_unverified_other: {
    title: 'Δεν ήταν δυνατή η επαλήθευση του τηλεφώνου σας',
    detail: 'Ελέγξτε τον αριθμό και εισαγάγετε τον κωδικό που σας στέλνουμε.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Το έγγραφό σας δεν έχει φωτογραφία σας',
    detail: 'Χρησιμοποιήστε έγγραφο με φωτογραφία.',
  },
  selfie_face_mismatch: {
    title: 'Η selfie σας δεν ταιριάζει με τη φωτογραφία του εγγράφου',
    detail: 'Βγάλτε νέα selfie και χρησιμοποιήστε δικό σας έγγραφο.',
  },
  selfie_manipulated: {
    title: 'Η selfie σας φαίνεται επεξεργασμένη',
    detail: 'Βγάλτε μια νέα με την κάμερα, χωρίς φίλτρα.',
  },
  selfie_unverified_other: {
    title: 'Δεν ήταν δυνατή η επαλήθευση της selfie σας',
    detail: 'Βγάλτε την με καλό φωτισμό, ώστε να φαίνεται ολόκληρο το πρόσωπο.',
  },
  under_supported_age: {
    title: 'Δεν έχετε την ελάχιστη απαιτούμενη ηλικία',
    detail: 'Επικοινωνήστε μαζί μας για άλλον τρόπο.',
  },

  offline: {
    title: 'Δεν υπάρχει σύνδεση στο διαδίκτυο',
    detail: 'Συνδεθείτε στο διαδίκτυο και δοκιμάστε ξανά.',
  },
  network_error: {
    title: 'Δεν ήταν δυνατή η σύνδεση',
    detail: 'Ελέγξτε τη σύνδεσή σας στο διαδίκτυο και δοκιμάστε ξανά.',
  },
  unauthenticated: {
    title: 'Δεν έχετε συνδεθεί στον λογαριασμό σας',
    detail: 'Συνδεθείτε και δοκιμάστε ξανά.',
  },
  identity_verification_required: {
    title: 'Επαληθεύστε πρώτα την ταυτότητά σας',
    detail: 'Στη συνέχεια θα μπορέσετε να συνεχίσετε.',
  },
  attempts_exhausted: {
    title: 'Δεν σας απομένουν άλλες προσπάθειες',
    detail: 'Επικοινωνήστε μαζί μας για άλλον τρόπο.',
  },
  rate_limited: {
    title: 'Πάρα πολλές προσπάθειες σε σύντομο χρόνο',
    detail: 'Δοκιμάστε ξανά σε ένα λεπτό.',
  },
  user_limit_reached: {
    title: 'Φτάσατε στο σημερινό όριο',
    detail: 'Δοκιμάστε ξανά αύριο.',
  },
  daily_limit_reached: {
    title: 'Δεν είναι δυνατές άλλες επαληθεύσεις σήμερα',
    detail: 'Δοκιμάστε ξανά αύριο.',
  },
  not_found: {
    title: 'Δεν βρήκαμε την επαλήθευσή σας',
    detail: 'Φορτώστε ξανά τη σελίδα και δοκιμάστε ξανά.',
  },
  not_cancelable: {
    title: 'Αυτή η επαλήθευση δεν μπορεί να ακυρωθεί τώρα',
    detail: 'Φορτώστε ξανά τη σελίδα για να δείτε πού βρίσκεται.',
  },
  invalid_state: {
    title: 'Αυτό δεν είναι δυνατό αυτή τη στιγμή',
    detail: 'Φορτώστε ξανά τη σελίδα για να δείτε πού βρίσκεται η επαλήθευσή σας.',
  },
  modal_already_open: {
    title: 'Υπάρχει ήδη μια άλλη ανοιχτή επαλήθευση',
    detail: 'Ολοκληρώστε πρώτα εκείνη.',
  },
  stripe_load_failed: {
    title: 'Η επαλήθευση δεν φορτώθηκε',
    detail: 'Απενεργοποιήστε τον αποκλεισμό διαφημίσεων σε αυτή τη σελίδα και δοκιμάστε ξανά.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: somethingWrong,
  bad_response: somethingWrong,
  stripe_rejected: somethingWrong,
  stripe_error: somethingWrong,
  stripe_unavailable: somethingWrong,
  store_unavailable: somethingWrong,
  setup: {
    title: 'Η επαλήθευση δεν έχει ρυθμιστεί σε αυτή τη σελίδα',
    detail: 'Επικοινωνήστε μαζί μας για άλλον τρόπο.',
  },
}
