import type { FirstTexts } from '../messages.js'

export const messages: FirstTexts = {
  start: 'Személyazonosságom igazolása',
  retry: 'Újrapróbálás',
  idle: {
    title: 'Személyazonosság igazolása',
    detail: 'Szüksége lesz egy hivatalos okmányra, egy kamerára és körülbelül két percre.',
  },
  privacy: 'A Stripe begyűjti az Ön okmányát és fényképeit, és megosztja velünk az eredményt.',
  starting: { title: 'Egy pillanat…' },
  processing: {
    title: 'Adatainak ellenőrzése…',
    detail: 'Ez általában egy percnél rövidebb ideig tart.',
  },
  verified: { title: 'Személyazonossága igazolva' },
  unavailable: {
    title: 'Az ellenőrzés most nem érhető el',
    detail: 'Ellenőrizze a kapcsolatot, majd töltse be újra az oldalt.',
  },
}
