import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration'
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration'

/** What editors and documentation know of the element, all from the comments in its source. */
export default {
  globs: ['src/identity-verification.ts', 'src/define.ts', 'src/form-control.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [
    {
      name: 'public-only',
      packageLinkPhase({ customElementsManifest }) {
        // What the element inherits from a form control is its own, as far as anybody outside can see.
        customElementsManifest.modules = customElementsManifest.modules.filter(
          ({ path }) => path !== 'src/form-control.ts',
        )
        for (const module of customElementsManifest.modules) {
          module.path = module.path
            .replace(/^src\/(.*)\.ts$/, 'dist/$1.js')
            .replace('identity-verification', 'index')
          for (const declaration of module.declarations ?? []) {
            const hidden = ({ privacy, name, inheritedFrom }) =>
              (inheritedFrom && inheritedFrom.name !== 'FormControl') ||
              privacy === 'private' ||
              privacy === 'protected' ||
              /^(#|form|shadowRoot|adopted|connected|disconnected|render|requestUpdate|syncForm|updated|willUpdate)/.test(
                name,
              )
            const scriptOnly = ['stripe', 'fetch', 'messages']
            declaration.attributes = declaration.attributes?.filter(({ name }) => !scriptOnly.includes(name))
            declaration.members = declaration.members?.filter((member) => !hidden(member))
          }
        }
      },
    },
    customElementVsCodePlugin({ outdir: 'dist', hideLogs: true }),
    customElementJetBrainsPlugin({ outdir: 'dist', hideLogs: true, packageJson: false }),
  ],
}
