import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeStaff } from '#test/support/staff.ts'
import { startPortal, type TestPortal } from '#test/support/portal.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal.close())

test('who asks for a staff page without a session comes back to it after signing in', async () => {
  const asked = await portal.get('/staff/queue/overdue?topic=health')
  expect(asked.statusCode).toBe(303)
  const signInPage = await portal.get(String(asked.headers.location))
  expect(signInPage.body).toContain('name="next" value="/staff/queue/overdue?topic=health"')
  const member = await makeStaff(portal.deps, 'operator')
  const next = '/staff/queue/overdue?topic=health'
  const answer = await portal.post('/staff/sign-in', {
    email: member.email,
    password: member.password,
    code: member.code(),
    next,
  })
  expect(answer.headers.location).toBe(next)
})

test.each(['https://elsewhere.example/', '//elsewhere.example', '/ky', '/staff/../exit', 'javascript:alert(1)'])(
  'nothing but a staff page is come back to: %s',
  async (next) => {
    const member = await makeStaff(portal.deps, 'operator')
    const answer = await portal.post('/staff/sign-in', {
      email: member.email,
      password: member.password,
      code: member.code(),
      next,
    })
    expect(answer.headers.location).toBe('/staff')
  },
)
