import { Component, CUSTOM_ELEMENTS_SCHEMA, type ElementRef, viewChild } from '@angular/core'
import 'stripe-identity-widget/define'
import type { IdentityVerification, Messages, VerificationEventMap } from 'stripe-identity-widget'

// The types for an Angular component and its template. Compiled by Angular's compiler, never run.

@Component({
  selector: 'app-right',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <identity-verification
      #element
      endpoint="/identity"
      required
      [messages]="messages"
      (identity-verified)="verified($event)"
      (identity-error)="blocked = $event.detail.code === 'stripe_load_failed'"
    />
    <button type="button" (click)="element.reset()">{{ element.state }}</button>
  `,
})
export class Right {
  readonly element = viewChild.required<ElementRef<IdentityVerification>>('element')
  readonly messages: Partial<Messages> = { retry: 'Once more' }
  blocked = false

  verified({ detail }: VerificationEventMap['identity-verified']): string {
    return detail.session.id
  }

  async begin(): Promise<boolean> {
    const { outcome } = await this.element().nativeElement.start()
    return outcome === 'submitted'
  }
}
