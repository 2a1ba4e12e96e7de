import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Niste dovršili provjeru',
  detail: 'Nastavite gdje ste stali kad vam bude odgovaralo.',
}
const noCamera: Advice = {
  title: 'Nismo uspjeli upotrijebiti vašu kameru',
  detail: 'Dopustite ovoj stranici pristup kameri ili upotrijebite uređaj s kamerom.',
}
const phoneDeclined: Advice = {
  title: 'Niste potvrdili telefonski broj',
  detail: 'Pokušajte ponovno i unesite kod koji vam pošaljemo.',
}

export const messages: RestTexts = {
  attempts_left: 'Preostali pokušaji: {count}',
  processing_long: {
    title: 'Još provjeravamo…',
    detail: 'Možete napustiti ovu stranicu. Rezultat će biti ovdje kad se vratite.',
  },
  open: { title: 'Nastavite u prozoru koji se otvorio' },
  requires_input: {
    title: 'Nismo uspjeli potvrditi vaš identitet',
    detail: 'Pokušajte ponovno ili upotrijebite drugu ispravu.',
  },
  taken_back: {
    title: 'Ovu provjeru treba ponoviti',
    detail: 'Vaša prethodna potvrda više ne vrijedi. Ponovno potvrdite svoj identitet.',
  },
  canceled: {
    title: 'Ova je provjera otkazana',
    detail: 'Novu možete započeti kad god želite.',
  },
  redacted: {
    title: 'Podaci vaše provjere su izbrisani',
    detail: 'Svoj identitet možete ponovno potvrditi kad god želite.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Niste pristali na provjeru',
    detail: 'Pokušajte ponovno kako biste pristali ili nam se obratite za drugi način provjere.',
  },
  country_not_supported: {
    title: 'Provjera nije dostupna u vašoj državi',
    detail: 'Obratite nam se za drugi način provjere.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Vaša je isprava istekla',
    detail: 'Upotrijebite važeću ispravu.',
  },
  document_type_not_supported: {
    title: 'Ne prihvaćamo ovu vrstu isprave',
    detail: 'Pokušajte ponovno s jednom od prihvaćenih isprava.',
  },
  document_unverified_other: {
    title: 'Nismo uspjeli potvrditi vašu ispravu',
    detail: 'Fotografirajte pri dobrom svjetlu tako da se vide sva četiri ruba.',
  },
  email_unverified_other: {
    title: 'Nismo uspjeli potvrditi vašu adresu e-pošte',
    detail: 'Provjerite adresu i unesite kod koji vam pošaljemo.',
  },
  email_verification_declined: {
    title: 'Niste potvrdili adresu e-pošte',
    detail: 'Pokušajte ponovno i unesite kod koji vam pošaljemo.',
  },
  id_number_insufficient_document_data: {
    title: 'Vaša isprava nema dovoljno podataka za provjeru identifikacijskog broja',
    detail: 'Upotrijebite ispravu s punim imenom i datumom rođenja.',
  },
  id_number_mismatch: {
    title: 'Identifikacijski broj ne odgovara vašim podacima',
    detail: 'Provjerite broj, ime i datum rođenja pa pokušajte ponovno.',
  },
  id_number_unverified_other: {
    title: 'Nismo uspjeli potvrditi vaš identifikacijski broj',
    detail: 'Provjerite broj pa pokušajte ponovno.',
  },
  phone_unverified_other: {
    title: 'Nismo uspjeli potvrditi vaš telefonski broj',
    detail: 'Provjerite broj i unesite kod koji vam pošaljemo.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Na vašoj ispravi nema vaše fotografije',
    detail: 'Upotrijebite ispravu s fotografijom.',
  },
  selfie_face_mismatch: {
    title: 'Vaš selfie ne odgovara fotografiji na ispravi',
    detail: 'Snimite novi selfie i upotrijebite vlastitu ispravu.',
  },
  selfie_manipulated: {
    title: 'Vaš selfie izgleda obrađeno',
    detail: 'Snimite novi kamerom, bez filtara.',
  },
  selfie_unverified_other: {
    title: 'Nismo uspjeli potvrditi vaš selfie',
    detail: 'Snimite ga pri dobrom svjetlu tako da se vidi cijelo lice.',
  },
  under_supported_age: {
    title: 'Niste dosegnuli najnižu dopuštenu dob',
    detail: 'Obratite nam se za drugi način provjere.',
  },

  offline: {
    title: 'Niste povezani s internetom',
    detail: 'Povežite se s internetom pa pokušajte ponovno.',
  },
  network_error: {
    title: 'Povezivanje nije uspjelo',
    detail: 'Provjerite internetsku vezu pa pokušajte ponovno.',
  },
  unauthenticated: {
    title: 'Niste prijavljeni',
    detail: 'Prijavite se pa pokušajte ponovno.',
  },
  identity_verification_required: {
    title: 'Najprije potvrdite svoj identitet',
    detail: 'Nakon toga možete nastaviti.',
  },
  attempts_exhausted: {
    title: 'Nemate više pokušaja',
    detail: 'Obratite nam se za drugi način provjere.',
  },
  rate_limited: {
    title: 'Previše pokušaja u kratkom vremenu',
    detail: 'Pokušajte ponovno za minutu.',
  },
  user_limit_reached: {
    title: 'Dosegnuli ste današnje ograničenje',
    detail: 'Pokušajte ponovno sutra.',
  },
  daily_limit_reached: {
    title: 'Danas više nisu moguće nove provjere',
    detail: 'Pokušajte ponovno sutra.',
  },
  not_found: {
    title: 'Nismo pronašli vašu provjeru',
    detail: 'Ponovno učitajte stranicu pa pokušajte još jednom.',
  },
  not_cancelable: {
    title: 'Ova se provjera sada ne može otkazati',
    detail: 'Ponovno učitajte stranicu da vidite njezino stanje.',
  },
  invalid_state: {
    title: 'To trenutačno nije moguće',
    detail: 'Ponovno učitajte stranicu da vidite stanje svoje provjere.',
  },
  modal_already_open: {
    title: 'Već je otvorena druga provjera',
    detail: 'Najprije dovršite tu provjeru.',
  },
  stripe_load_failed: {
    title: 'Provjera se nije učitala',
    detail: 'Na ovoj stranici isključite blokiranje oglasa pa pokušajte ponovno.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Nešto je pošlo po zlu',
    detail: 'Pokušajte ponovno za minutu.',
  },
  setup: {
    title: 'Provjera nije postavljena na ovoj stranici',
    detail: 'Obratite nam se za drugi način provjere.',
  },
}
