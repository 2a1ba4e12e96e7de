import type { Advice, RestTexts } from '../messages.js'

const notFinished: Advice = {
  title: 'Weryfikacja nie została ukończona',
  detail: 'W dogodnej chwili można ją wznowić od miejsca przerwania.',
}
const noCamera: Advice = {
  title: 'Nie udało się użyć aparatu',
  detail: 'Proszę zezwolić tej stronie na dostęp do aparatu lub użyć urządzenia z aparatem.',
}
const phoneDeclined: Advice = {
  title: 'Numer telefonu nie został potwierdzony',
  detail: 'Proszę spróbować ponownie i wpisać przesłany kod.',
}

export const messages: RestTexts = {
  attempts_left: 'Pozostałe próby: {count}',
  processing_long: {
    title: 'Sprawdzanie jeszcze trwa…',
    detail: 'Można opuścić tę stronę. Wynik będzie tu czekał po powrocie.',
  },
  open: { title: 'Proszę kontynuować w otwartym oknie' },
  requires_input: {
    title: 'Nie udało się zweryfikować tożsamości',
    detail: 'Proszę spróbować ponownie lub użyć innego dokumentu.',
  },
  taken_back: {
    title: 'Tę weryfikację trzeba powtórzyć',
    detail: 'Wcześniejsza weryfikacja nie jest już ważna. Proszę ponownie zweryfikować tożsamość.',
  },
  canceled: {
    title: 'Ta weryfikacja została anulowana',
    detail: 'W każdej chwili można rozpocząć nową.',
  },
  redacted: {
    title: 'Dane z tej weryfikacji zostały usunięte',
    detail: 'W każdej chwili można ponownie zweryfikować tożsamość.',
  },

  abandoned: notFinished,
  consent_declined: {
    title: 'Brak zgody na weryfikację',
    detail:
      'Proszę spróbować ponownie, aby wyrazić zgodę, lub skontaktować się z nami w sprawie innego sposobu weryfikacji.',
  },
  country_not_supported: {
    title: 'Weryfikacja jest niedostępna w tym kraju',
    detail: 'Proszę skontaktować się z nami w sprawie innego sposobu weryfikacji.',
  },
  device_not_supported: noCamera,
  document_expired: {
    title: 'Dokument stracił ważność',
    detail: 'Proszę użyć ważnego dokumentu.',
  },
  document_type_not_supported: {
    title: 'Ten rodzaj dokumentu nie jest akceptowany',
    detail: 'Proszę spróbować ponownie z jednym z akceptowanych dokumentów.',
  },
  document_unverified_other: {
    title: 'Nie udało się zweryfikować dokumentu',
    detail: 'Proszę zrobić zdjęcie w dobrym świetle, tak aby widać było wszystkie cztery krawędzie.',
  },
  email_unverified_other: {
    title: 'Nie udało się zweryfikować adresu e-mail',
    detail: 'Proszę sprawdzić adres i wpisać przesłany kod.',
  },
  email_verification_declined: {
    title: 'Adres e-mail nie został potwierdzony',
    detail: 'Proszę spróbować ponownie i wpisać przesłany kod.',
  },
  id_number_insufficient_document_data: {
    title: 'Dokument zawiera za mało danych, aby sprawdzić numer identyfikacyjny',
    detail: 'Proszę użyć dokumentu z pełnym imieniem i nazwiskiem oraz datą urodzenia.',
  },
  id_number_mismatch: {
    title: 'Numer identyfikacyjny nie zgadza się z danymi',
    detail: 'Proszę sprawdzić numer, imię i nazwisko oraz datę urodzenia i spróbować ponownie.',
  },
  id_number_unverified_other: {
    title: 'Nie udało się zweryfikować numeru identyfikacyjnego',
    detail: 'Proszę sprawdzić numer i spróbować ponownie.',
  },
  phone_unverified_other: {
    title: 'Nie udało się zweryfikować numeru telefonu',
    detail: 'Proszę sprawdzić numer i wpisać przesłany kod.',
  },
  phone_verification_declined: phoneDeclined,
  phone_otp_declined: phoneDeclined,
  selfie_document_missing_photo: {
    title: 'W dokumencie nie ma zdjęcia',
    detail: 'Proszę użyć dokumentu ze zdjęciem.',
  },
  selfie_face_mismatch: {
    title: 'Selfie nie odpowiada zdjęciu w dokumencie',
    detail: 'Proszę zrobić nowe selfie i użyć własnego dokumentu.',
  },
  selfie_manipulated: {
    title: 'Selfie wygląda na przerobione',
    detail: 'Proszę zrobić nowe aparatem, bez filtrów.',
  },
  selfie_unverified_other: {
    title: 'Nie udało się zweryfikować selfie',
    detail: 'Proszę zrobić je w dobrym świetle, tak aby widać było całą twarz.',
  },
  under_supported_age: {
    title: 'Nie osiągnięto minimalnego wieku',
    detail: 'Proszę skontaktować się z nami w sprawie innego sposobu weryfikacji.',
  },

  offline: {
    title: 'Brak połączenia z internetem',
    detail: 'Proszę połączyć się z internetem i spróbować ponownie.',
  },
  network_error: {
    title: 'Nie udało się połączyć',
    detail: 'Proszę sprawdzić połączenie z internetem i spróbować ponownie.',
  },
  unauthenticated: {
    title: 'Wymagane jest zalogowanie',
    detail: 'Proszę się zalogować i spróbować ponownie.',
  },
  identity_verification_required: {
    title: 'Najpierw proszę zweryfikować tożsamość',
    detail: 'Dopiero potem można przejść dalej.',
  },
  attempts_exhausted: {
    title: 'Wykorzystano wszystkie próby',
    detail: 'Proszę skontaktować się z nami w sprawie innego sposobu weryfikacji.',
  },
  rate_limited: {
    title: 'Zbyt wiele prób w krótkim czasie',
    detail: 'Proszę spróbować ponownie za minutę.',
  },
  user_limit_reached: {
    title: 'Dzisiejszy limit został wyczerpany',
    detail: 'Proszę spróbować ponownie jutro.',
  },
  daily_limit_reached: {
    title: 'Dziś nie można przeprowadzić więcej weryfikacji',
    detail: 'Proszę spróbować ponownie jutro.',
  },
  not_found: {
    title: 'Nie znaleziono weryfikacji',
    detail: 'Proszę odświeżyć stronę i spróbować ponownie.',
  },
  not_cancelable: {
    title: 'Tej weryfikacji nie można teraz anulować',
    detail: 'Proszę odświeżyć stronę, aby zobaczyć stan tej weryfikacji.',
  },
  invalid_state: {
    title: 'To nie jest teraz możliwe',
    detail: 'Proszę odświeżyć stronę, aby zobaczyć stan weryfikacji.',
  },
  modal_already_open: {
    title: 'Inna weryfikacja jest już otwarta',
    detail: 'Proszę najpierw ją dokończyć.',
  },
  stripe_load_failed: {
    title: 'Nie udało się wczytać weryfikacji',
    detail: 'Proszę wyłączyć blokowanie reklam na tej stronie i spróbować ponownie.',
  },
  device_unsupported: noCamera,
  aborted: notFinished,
  server_error: {
    title: 'Coś poszło nie tak',
    detail: 'Proszę spróbować ponownie za minutę.',
  },
  setup: {
    title: 'Weryfikacja nie jest skonfigurowana na tej stronie',
    detail: 'Proszę skontaktować się z nami w sprawie innego sposobu weryfikacji.',
  },
}
