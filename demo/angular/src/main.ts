import { bootstrapApplication } from '@angular/platform-browser'
import { Booking } from './booking'

bootstrapApplication(Booking).catch((error: unknown) => console.error(error))
