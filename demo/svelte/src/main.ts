import 'stripe-identity-widget/define'
import type {} from 'stripe-identity-widget/types/svelte'
import { mount } from 'svelte'
import BookingPage from './BookingPage.svelte'

mount(BookingPage, { target: document.getElementById('app')! })
