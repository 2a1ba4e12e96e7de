import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core'
import 'stripe-identity-widget/define'
import type { VerificationEventMap } from 'stripe-identity-widget'

// Exactly the marked lines must be refused. Compiled by Angular's compiler, never run.

@Component({
  selector: 'app-wrong',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <identity-verification
      #element
      (identity-error)="verified($event)" data-wrong="another event"
      (identity-status)="closed = $event.detail.state === 'closed'" data-wrong="no such state"
    />
    {{ element.finished }} <!-- wrong: no such property -->
    <button (click)="element.flow = 'popup'">wrong: no such flow</button>
  `,
})
export class Wrong {
  closed = false

  verified({ detail }: VerificationEventMap['identity-verified']): string {
    return detail.session.id
  }
}
