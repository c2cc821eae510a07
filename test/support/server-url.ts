// Loaded by the settings of the tests. `DATABASE_URL` says on which server the tests make their own databases; portals that a
// test starts must not be given it, or they would write into the very database it names.
process.env['TEST_DATABASE_URL'] ||= process.env['DATABASE_URL'] ?? ''
delete process.env['DATABASE_URL']
