import type { RestTexts } from '../messages.js'

export const messages: RestTexts = {
  attempts_left: 'Pozostałe próby: {count}',
  open: { title: 'Kontynuuj w otwartym oknie' },
  requires_input: {
    title: 'Nie udało się sprawdzić tożsamości',
    detail: 'Spróbuj ponownie lub użyj innego dokumentu.',
  },
  taken_back: { title: 'Nie udało się sprawdzić tożsamości', detail: 'Zacznij od nowa w dogodnej chwili.' },
  canceled: { title: 'Ta weryfikacja została anulowana', detail: 'Zacznij od nowa w dogodnej chwili.' },
  redacted: { title: 'Dane zostały usunięte', detail: 'Zacznij od nowa w dogodnej chwili.' },
  abandoned: { title: 'Weryfikacja nie jest skończona', detail: 'Spróbuj ponownie w dogodnej chwili.' },
  consent_declined: {
    title: 'Brak zgody na weryfikację',
    detail: 'Spróbuj ponownie, aby wyrazić zgodę, lub zapytaj nas o inny sposób.',
  },
  country_not_supported: { title: 'Ten kraj nie jest obsługiwany', detail: 'Zapytaj nas o inny sposób.' },
  device_not_supported: {
    title: 'Nie można użyć kamery',
    detail: 'Zezwól tej stronie na użycie kamery lub użyj innego urządzenia.',
  },
  document_expired: { title: 'Dokument stracił ważność', detail: 'Użyj innego dokumentu.' },
  document_type_not_supported: {
    title: 'Ten dokument nie jest obsługiwany',
    detail: 'Użyj innego dokumentu.',
  },
  document_unverified_other: {
    title: 'Nie udało się sprawdzić dokumentu',
    detail: 'Zadbaj o dobre światło i pokaż wszystkie krawędzie lub użyj innego dokumentu.',
  },
  email_unverified_other: {
    title: 'Nie udało się sprawdzić adresu e-mail',
    detail: 'Wpisz przesłany kod lub użyj innego adresu.',
  },
  email_verification_declined: {
    title: 'Nie udało się sprawdzić adresu e-mail',
    detail: 'Wpisz przesłany kod lub użyj innego adresu.',
  },
  id_number_insufficient_document_data: {
    title: 'Nie udało się sprawdzić numeru identyfikacyjnego',
    detail: 'Wpisz go tak jak w dokumencie lub użyj innego dokumentu.',
  },
  id_number_mismatch: {
    title: 'Nie udało się sprawdzić numeru identyfikacyjnego',
    detail: 'Wpisz go tak jak w dokumencie lub użyj innego dokumentu.',
  },
  id_number_unverified_other: {
    title: 'Nie udało się sprawdzić numeru identyfikacyjnego',
    detail: 'Wpisz go tak jak w dokumencie lub użyj innego dokumentu.',
  },
  phone_unverified_other: {
    title: 'Nie udało się sprawdzić numeru telefonu',
    detail: 'Wpisz przesłany kod lub użyj innego numeru.',
  },
  phone_verification_declined: {
    title: 'Nie udało się sprawdzić numeru telefonu',
    detail: 'Wpisz przesłany kod lub użyj innego numeru.',
  },
  phone_otp_declined: {
    title: 'Nie udało się sprawdzić numeru telefonu',
    detail: 'Wpisz przesłany kod lub użyj innego numeru.',
  },
  selfie_document_missing_photo: { title: 'W dokumencie brakuje zdjęcia', detail: 'Użyj innego dokumentu.' },
  selfie_face_mismatch: {
    title: 'Nie udało się sprawdzić selfie',
    detail: 'Zadbaj o dobre światło i pokaż całą twarz.',
  },
  selfie_manipulated: {
    title: 'Nie udało się sprawdzić selfie',
    detail: 'Zadbaj o dobre światło i pokaż całą twarz.',
  },
  selfie_unverified_other: {
    title: 'Nie udało się sprawdzić selfie',
    detail: 'Zadbaj o dobre światło i pokaż całą twarz.',
  },
  under_supported_age: { title: 'Wymagany wiek nie został osiągnięty', detail: 'Zapytaj nas o inny sposób.' },
  offline: { title: 'Brak połączenia', detail: 'Sprawdź sieć i spróbuj ponownie.' },
  network_error: { title: 'Brak połączenia', detail: 'Sprawdź sieć i spróbuj ponownie.' },
  unauthenticated: { title: 'Brak zalogowania', detail: 'Zaloguj się i spróbuj ponownie.' },
  identity_verification_required: {
    title: 'Weryfikacja nie jest skończona',
    detail: 'Spróbuj ponownie w dogodnej chwili.',
  },
  attempts_exhausted: { title: 'Nie ma już żadnych prób', detail: 'Zapytaj nas o inny sposób.' },
  rate_limited: { title: 'Zbyt wiele prób', detail: 'Spróbuj ponownie za minutę.' },
  user_limit_reached: {
    title: 'Dziś nie można wykonać więcej weryfikacji',
    detail: 'Spróbuj ponownie jutro.',
  },
  daily_limit_reached: {
    title: 'Dziś nie można wykonać więcej weryfikacji',
    detail: 'Spróbuj ponownie jutro.',
  },
  not_found: { title: 'Teraz to niemożliwe', detail: 'Odśwież stronę.' },
  not_cancelable: { title: 'Teraz to niemożliwe', detail: 'Odśwież stronę.' },
  invalid_state: { title: 'Teraz to niemożliwe', detail: 'Odśwież stronę.' },
  modal_already_open: { title: 'Weryfikacja jest już otwarta', detail: 'Najpierw ją dokończ.' },
  stripe_load_failed: {
    title: 'Nie udało się wczytać weryfikacji',
    detail: 'Wyłącz blokady i spróbuj ponownie.',
  },
  device_unsupported: {
    title: 'Nie można użyć kamery',
    detail: 'Zezwól tej stronie na użycie kamery lub użyj innego urządzenia.',
  },
  aborted: { title: 'Weryfikacja nie jest skończona', detail: 'Spróbuj ponownie w dogodnej chwili.' },
  server_error: { title: 'Coś poszło nie tak', detail: 'Spróbuj ponownie za minutę.' },
  bad_response: { title: 'Coś poszło nie tak', detail: 'Spróbuj ponownie za minutę.' },
  stripe_rejected: { title: 'Coś poszło nie tak', detail: 'Spróbuj ponownie za minutę.' },
  stripe_error: { title: 'Coś poszło nie tak', detail: 'Spróbuj ponownie za minutę.' },
  stripe_unavailable: { title: 'Coś poszło nie tak', detail: 'Spróbuj ponownie za minutę.' },
  store_unavailable: { title: 'Coś poszło nie tak', detail: 'Spróbuj ponownie za minutę.' },
  setup: { title: 'Ta strona nie jest skonfigurowana', detail: 'Zapytaj nas o inny sposób.' },
}
