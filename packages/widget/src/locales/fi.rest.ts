import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Yrityksiä jäljellä: {count}',
  open: { title: 'Jatka avoimessa ikkunassa' },
  requires_input: {
    title: 'Henkilöllisyyttäsi ei voitu tarkistaa',
    detail: 'Yritä uudelleen tai käytä toista asiakirjaa.',
  },
  taken_back: {
    title: 'Henkilöllisyyttäsi ei voitu tarkistaa',
    detail: 'Aloita uudelleen, kun olet valmis.',
  },
  canceled: { title: 'Tarkistus peruttiin', detail: 'Aloita uudelleen, kun olet valmis.' },
  redacted: { title: 'Tietosi on poistettu', detail: 'Aloita uudelleen, kun olet valmis.' },
  abandoned: { title: 'Et ole vielä valmis', detail: 'Yritä uudelleen, kun olet valmis.' },
  consent_declined: {
    title: 'Et hyväksynyt tarkistusta',
    detail: 'Yritä uudelleen ja hyväksy se, tai kysy meiltä toista tapaa.',
  },
  country_not_supported: { title: 'Maatasi ei tueta', detail: 'Kysy meiltä toista tapaa.' },
  device_not_supported: {
    title: 'Kameraa ei voitu käyttää',
    detail: 'Salli sivun käyttää kameraa, tai käytä toista laitetta.',
  },
  document_expired: { title: 'Asiakirjasi on vanhentunut', detail: 'Käytä toista asiakirjaa.' },
  document_type_not_supported: { title: 'Asiakirjaasi ei tueta', detail: 'Käytä toista asiakirjaa.' },
  document_unverified_other: {
    title: 'Asiakirjaasi ei voitu tarkistaa',
    detail: 'Huolehdi hyvästä valosta ja näytä kaikki reunat, tai käytä toista asiakirjaa.',
  },
  email_unverified_other: {
    title: 'Sähköpostiosoitettasi ei voitu tarkistaa',
    detail: 'Anna lähetetty koodi tai käytä toista osoitetta.',
  },
  email_verification_declined: {
    title: 'Sähköpostiosoitettasi ei voitu tarkistaa',
    detail: 'Anna lähetetty koodi tai käytä toista osoitetta.',
  },
  id_number_insufficient_document_data: {
    title: 'Henkilönumeroasi ei voitu tarkistaa',
    detail: 'Kirjoita se kuten asiakirjassa, tai käytä toista asiakirjaa.',
  },
  id_number_mismatch: {
    title: 'Henkilönumeroasi ei voitu tarkistaa',
    detail: 'Kirjoita se kuten asiakirjassa, tai käytä toista asiakirjaa.',
  },
  id_number_unverified_other: {
    title: 'Henkilönumeroasi ei voitu tarkistaa',
    detail: 'Kirjoita se kuten asiakirjassa, tai käytä toista asiakirjaa.',
  },
  phone_unverified_other: {
    title: 'Puhelinnumeroasi ei voitu tarkistaa',
    detail: 'Anna lähetetty koodi tai käytä toista numeroa.',
  },
  phone_verification_declined: {
    title: 'Puhelinnumeroasi ei voitu tarkistaa',
    detail: 'Anna lähetetty koodi tai käytä toista numeroa.',
  },
  phone_otp_declined: {
    title: 'Puhelinnumeroasi ei voitu tarkistaa',
    detail: 'Anna lähetetty koodi tai käytä toista numeroa.',
  },
  selfie_document_missing_photo: { title: 'Asiakirjassa ei ole kuvaasi', detail: 'Käytä toista asiakirjaa.' },
  selfie_face_mismatch: {
    title: 'Selfietäsi ei voitu tarkistaa',
    detail: 'Huolehdi hyvästä valosta ja näytä koko kasvot.',
  },
  selfie_manipulated: {
    title: 'Selfietäsi ei voitu tarkistaa',
    detail: 'Huolehdi hyvästä valosta ja näytä koko kasvot.',
  },
  selfie_unverified_other: {
    title: 'Selfietäsi ei voitu tarkistaa',
    detail: 'Huolehdi hyvästä valosta ja näytä koko kasvot.',
  },
  under_supported_age: { title: 'Et ole riittävän vanha', detail: 'Kysy meiltä toista tapaa.' },
  offline: { title: 'Yhteyttä ei ole', detail: 'Tarkista verkkosi ja yritä uudelleen.' },
  network_error: { title: 'Yhteyttä ei ole', detail: 'Tarkista verkkosi ja yritä uudelleen.' },
  unauthenticated: { title: 'Et ole kirjautunut', detail: 'Kirjaudu ja yritä uudelleen.' },
  identity_verification_required: {
    title: 'Et ole vielä valmis',
    detail: 'Yritä uudelleen, kun olet valmis.',
  },
  attempts_exhausted: { title: 'Yrityksiä ei ole jäljellä', detail: 'Kysy meiltä toista tapaa.' },
  rate_limited: { title: 'Liian monta yritystä', detail: 'Yritä uudelleen minuutin kuluttua.' },
  user_limit_reached: {
    title: 'Tänään ei voi tehdä enempää tarkistuksia',
    detail: 'Yritä uudelleen huomenna.',
  },
  daily_limit_reached: {
    title: 'Tänään ei voi tehdä enempää tarkistuksia',
    detail: 'Yritä uudelleen huomenna.',
  },
  not_found: { title: 'Tämä ei ole nyt mahdollista', detail: 'Lataa sivu uudelleen.' },
  not_cancelable: { title: 'Tämä ei ole nyt mahdollista', detail: 'Lataa sivu uudelleen.' },
  invalid_state: { title: 'Tämä ei ole nyt mahdollista', detail: 'Lataa sivu uudelleen.' },
  modal_already_open: { title: 'Tarkistus on jo auki', detail: 'Viimeistele se ensin.' },
  stripe_load_failed: {
    title: 'Tarkistusta ei voitu ladata',
    detail: 'Poista esto-ohjelmat käytöstä ja yritä uudelleen.',
  },
  device_unsupported: {
    title: 'Kameraa ei voitu käyttää',
    detail: 'Salli sivun käyttää kameraa, tai käytä toista laitetta.',
  },
  aborted: { title: 'Et ole vielä valmis', detail: 'Yritä uudelleen, kun olet valmis.' },
  server_error: { title: 'Jokin meni vikaan', detail: 'Yritä uudelleen minuutin kuluttua.' },
  bad_response: { title: 'Jokin meni vikaan', detail: 'Yritä uudelleen minuutin kuluttua.' },
  stripe_rejected: { title: 'Jokin meni vikaan', detail: 'Yritä uudelleen minuutin kuluttua.' },
  stripe_error: { title: 'Jokin meni vikaan', detail: 'Yritä uudelleen minuutin kuluttua.' },
  stripe_unavailable: { title: 'Jokin meni vikaan', detail: 'Yritä uudelleen minuutin kuluttua.' },
  store_unavailable: { title: 'Jokin meni vikaan', detail: 'Yritä uudelleen minuutin kuluttua.' },
  setup: { title: 'Sivua ei ole määritetty', detail: 'Kysy meiltä toista tapaa.' },
}
