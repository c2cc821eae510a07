import type { Lang } from './lang.ts'
import type { Role } from './roles.ts'

/** A member of staff who is signed in. `isProtector`: sits in the protection team and may see protected appeals. */
export type StaffVisitor = {
  readonly kind: 'staff'
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly lang: Lang
  readonly teamIds: readonly string[]
  readonly isProtector: boolean
  /** Wants the single keys of the staff pages. */
  readonly hasKeys: boolean
  readonly sessionId: string
  /** When the session ends unless something is asked for before. */
  readonly expiresAt?: Date
}

/** A person who has proved the secret of one appeal. */
export type PersonVisitor = {
  readonly kind: 'person'
  readonly appealId: string
  readonly sessionId: string
  readonly expiresAt: Date
}

/** Who stands behind a request. */
export type Visitor = { readonly kind: 'anyone' } | StaffVisitor | PersonVisitor
