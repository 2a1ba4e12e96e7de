/**
 * Returns the element's internals. The simulated browsers of unit tests lack some or all of them. There the same
 * members work for scripts, without a form.
 */
export function internalsOf(element: HTMLElement): ElementInternals {
  const internals = element.attachInternals?.() as Partial<ElementInternals> | undefined
  if (internals?.setValidity && internals.setFormValue && internals.states)
    return internals as ElementInternals
  return standIn(element) as ElementInternals
}

function standIn(element: HTMLElement): Partial<ElementInternals> {
  let isValid = true
  return {
    states: new Set<string>() as unknown as CustomStateSet,
    willValidate: true,
    validationMessage: '',
    get form() {
      return element.closest('form')
    },
    get labels() {
      return element.querySelectorAll(':not(*)')
    },
    get validity() {
      return { valid: isValid, valueMissing: !isValid } as ValidityState
    },
    setFormValue() {},
    setValidity(flags = {}) {
      isValid = !Object.values(flags).includes(true)
    },
    checkValidity: () => isValid,
    reportValidity: () => isValid,
  }
}
