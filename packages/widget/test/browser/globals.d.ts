// The globals that the runner's mocha adds to every test page.
declare function describe(name: string, body: () => void): void
declare function it(name: string, body: () => void | Promise<void>): void
declare function beforeEach(body: () => void | Promise<void>): void
declare function afterEach(body: () => void | Promise<void>): void
declare function before(body: () => void | Promise<void>): void
