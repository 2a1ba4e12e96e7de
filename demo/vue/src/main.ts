import 'stripe-identity-widget/define'
import type {} from 'stripe-identity-widget/types/vue'
import { createApp } from 'vue'
import BookingPage from './BookingPage.vue'

createApp(BookingPage).mount('#app')
