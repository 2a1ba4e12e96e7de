import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Vahvistus jäi kesken',
  detail: 'Jatka siitä, mihin jäit, kun sinulle sopii.',
}
const noCamera: Advice = {
  title: 'Kameraasi ei voitu käyttää',
  detail: 'Salli tälle sivulle kameran käyttö tai käytä laitetta, jossa on kamera.',
}
const phoneDeclined: Advice = {
  title: 'Et vahvistanut puhelinnumeroasi',
  detail: 'Yritä uudelleen ja anna sinulle lähetetty koodi.',
}

export const messages: RestTexts = {
  attempts_left: 'Yrityksiä jäljellä: {count}',
  processing_long: {
    title: 'Tarkistus on vielä kesken …',
    detail: 'Voit poistua tältä sivulta. Näet tuloksen täällä, kun palaat.',
  },
  open: { title: 'Jatka avautuneessa ikkunassa' },
  requires_input: {
    title: 'Henkilöllisyyttäsi ei voitu vahvistaa',
    detail: 'Yritä uudelleen tai käytä toista asiakirjaa.',
  },
  taken_back: {
    title: 'Tämä vahvistus on tehtävä uudelleen',
    detail: 'Aiempi vahvistuksesi ei ole enää voimassa. Vahvista henkilöllisyytesi uudelleen.',
  },
  canceled: {
    title: 'Tämä vahvistus peruutettiin',
    detail: 'Voit aloittaa uuden milloin vain.',
  },
  redacted: {
    title: 'Vahvistuksesi tiedot on poistettu',
    detail: 'Voit vahvistaa henkilöllisyytesi uudelleen milloin vain.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Et hyväksynyt vahvistamista',
    detail: 'Hyväksy se yrittämällä uudelleen tai kysy meiltä muista tavoista.',
  },
  country_not_supported: {
    title: 'Vahvistaminen ei ole käytettävissä maassasi',
    detail: 'Kysy meiltä muista tavoista.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Asiakirjasi on vanhentunut',
    detail: 'Käytä voimassa olevaa asiakirjaa.',
  },
  document_type_not_supported: {
    title: 'Tällaista asiakirjaa ei hyväksytä',
    detail: 'Yritä uudelleen jollakin hyväksytyistä asiakirjoista.',
  },
  document_unverified_other: {
    title: 'Asiakirjaasi ei voitu vahvistaa',
    detail: 'Ota kuva hyvässä valossa niin, että kaikki neljä reunaa näkyvät.',
  },
  email_unverified_other: {
    title: 'Sähköpostiosoitettasi ei voitu vahvistaa',
    detail: 'Tarkista osoite ja anna sinulle lähetetty koodi.',
  },
  email_verification_declined: {
    title: 'Et vahvistanut sähköpostiosoitettasi',
    detail: 'Yritä uudelleen ja anna sinulle lähetetty koodi.',
  },
  id_number_insufficient_document_data: {
    title: 'Asiakirjassasi ei ole tarpeeksi tietoja henkilötunnuksen tarkistamiseen',
    detail: 'Käytä asiakirjaa, jossa on koko nimesi ja syntymäaikasi.',
  },
  id_number_mismatch: {
    title: 'Henkilötunnuksesi ei vastaa tietojasi',
    detail: 'Tarkista tunnus, nimesi ja syntymäaikasi ja yritä uudelleen.',
  },
  id_number_unverified_other: {
    title: 'Henkilötunnustasi ei voitu vahvistaa',
    detail: 'Tarkista tunnus ja yritä uudelleen.',
  },
  phone_unverified_other: {
    title: 'Puhelinnumeroasi ei voitu vahvistaa',
    detail: 'Tarkista numero ja anna sinulle lähetetty koodi.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'Asiakirjassasi ei ole kuvaasi',
    detail: 'Käytä kuvallista asiakirjaa.',
  },
  selfie_face_mismatch: {
    title: 'Selfiesi ei vastaa asiakirjan kuvaa',
    detail: 'Ota uusi selfie ja käytä omaa asiakirjaasi.',
  },
  selfie_manipulated: {
    title: 'Selfiesi näyttää muokatulta',
    detail: 'Ota uusi kamerallasi ilman suodattimia.',
  },
  selfie_unverified_other: {
    title: 'Selfietäsi ei voitu vahvistaa',
    detail: 'Ota se hyvässä valossa niin, että koko kasvosi näkyvät.',
  },
  under_supported_age: {
    title: 'Et täytä vähimmäisikävaatimusta',
    detail: 'Kysy meiltä muista tavoista.',
  },

  offline: {
    title: 'Ei verkkoyhteyttä',
    detail: 'Yhdistä internetiin ja yritä uudelleen.',
  },
  network_error: {
    title: 'Yhdistäminen ei onnistunut',
    detail: 'Tarkista internetyhteytesi ja yritä uudelleen.',
  },
  unauthenticated: {
    title: 'Et ole kirjautunut sisään',
    detail: 'Kirjaudu sisään ja yritä uudelleen.',
  },
  identity_verification_required: {
    title: 'Vahvista ensin henkilöllisyytesi',
    detail: 'Sen jälkeen voit jatkaa.',
  },
  attempts_exhausted: {
    title: 'Sinulla ei ole enää yrityksiä',
    detail: 'Kysy meiltä muista tavoista.',
  },
  rate_limited: {
    title: 'Liian monta yritystä lyhyessä ajassa',
    detail: 'Yritä uudelleen minuutin kuluttua.',
  },
  user_limit_reached: {
    title: 'Olet saavuttanut tämän päivän rajan',
    detail: 'Yritä uudelleen huomenna.',
  },
  daily_limit_reached: {
    title: 'Vahvistuksia ei voi tehdä tänään enempää',
    detail: 'Yritä uudelleen huomenna.',
  },
  not_found: {
    title: 'Vahvistustasi ei löytynyt',
    detail: 'Lataa sivu uudelleen ja yritä sitten uudelleen.',
  },
  not_cancelable: {
    title: 'Tätä vahvistusta ei voi nyt peruuttaa',
    detail: 'Katso sen tila lataamalla sivu uudelleen.',
  },
  invalid_state: {
    title: 'Se ei ole juuri nyt mahdollista',
    detail: 'Katso vahvistuksesi tila lataamalla sivu uudelleen.',
  },
  modal_already_open: {
    title: 'Toinen vahvistus on jo avoinna',
    detail: 'Tee se ensin loppuun.',
  },
  stripe_load_failed: {
    title: 'Vahvistus ei latautunut',
    detail: 'Poista mainosten esto käytöstä tällä sivulla ja yritä uudelleen.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Jokin meni vikaan',
    detail: 'Yritä uudelleen minuutin kuluttua.',
  },
  setup: {
    title: 'Vahvistusta ei ole otettu käyttöön tällä sivulla',
    detail: 'Kysy meiltä muista tavoista.',
  },
}
