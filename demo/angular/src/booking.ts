import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core'
import 'stripe-identity-widget/define'

@Component({
  selector: 'app-booking',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <h1>Cabin by the lake</h1>
      <p>Two nights, 4 to 6 December. The owner asks guests to verify their identity before they book.</p>
      <form action="/book" method="post">
        <identity-verification
          name="identity"
          required
          return-url="/angular"
          (identity-status)="verified.set($event.detail.state === 'verified')"
        />
        @if (verified()) {
          <p class="ready">All set: the cabin is yours to book.</p>
        }
        <button type="submit" class="book">Book the cabin</button>
      </form>
    </main>
  `,
})
export class Booking {
  protected readonly verified = signal(false)
}
