import { BookingForm } from './booking-form'

export default function Page() {
  return (
    <>
      <h1>Cabin by the lake</h1>
      <p>Two nights, 4 to 6 December. The owner asks guests to verify their identity before they book.</p>
      <BookingForm />
    </>
  )
}
