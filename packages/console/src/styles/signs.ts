import { css } from 'lit'

/** How something stands: a sign, a chip, a notice. */
export const signs = css`
  .status {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
  }
  .status .icon {
    color: color-mix(in srgb, var(--tone), CanvasText 30%);
  }
  .plain .icon {
    color: var(--dim);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    padding: 0.0625rem 0.5rem;
    font-size: 0.8125rem;
    color: color-mix(in srgb, var(--tone), CanvasText 60%);
    background: color-mix(in srgb, var(--tone) 12%, #0000);
    border: 1px solid color-mix(in srgb, var(--tone) 35%, #0000);
    border-radius: 1rem;
  }
  .notice {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    padding: 0.75rem 1rem;
    margin-block: 0.75rem;
    background: color-mix(in srgb, var(--tone) 10%, #0000);
    border: 1px solid color-mix(in srgb, var(--tone) 40%, #0000);
    border-radius: var(--radius);
  }
  .notice p {
    flex: 1;
  }
  .notice small {
    display: block;
  }
  .notice > .icon,
  .sign {
    color: color-mix(in srgb, var(--tone), CanvasText 30%);
  }
  @media (forced-colors: active) {
    .chip,
    .notice {
      border: 1px solid;
    }
  }
`
