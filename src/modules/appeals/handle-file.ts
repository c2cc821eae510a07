import type { StaffVisitor } from '#src/kernel/visitor.ts'
import type { Outcome } from '#src/kernel/outcome.ts'
import type { AppDeps } from '#src/platform/deps.ts'

export type FileRefusal =
  | 'fileTooBig'
  | 'fileKindRefused'
  | 'fileTooManyPixels'
  | 'fileBroken'
  | 'fileEmpty'
  | 'tooManyFiles'
  | 'filesBusy'

/** A file for a message that is still being written; `messageKey` is that form's key. It goes along when the message is sent. */
export type MessageFile = {
  readonly messageKey: Uint8Array
  readonly name: string
  readonly stream: AsyncIterable<Uint8Array>
}

export function acceptMessageFile(
  _deps: Pick<AppDeps, 'db' | 'keys' | 'random' | 'config' | 'clock'>,
  _appealId: string,
  _file: MessageFile,
): Promise<Outcome<{ id: string }, FileRefusal>> {
  throw new Error('Not built yet.')
}

export type ReadFile = { readonly name: string; readonly type: string; readonly bytes: Buffer }

/** The caller holds the appeal's session. Undefined: not a file of this appeal. */
export function readFileForPerson(
  _deps: Pick<AppDeps, 'db' | 'keys' | 'config'>,
  _appealId: string,
  _fileId: string,
): Promise<ReadFile | undefined> {
  throw new Error('Not built yet.')
}

/** Writes the act 'file.read'. Undefined: not there, or not theirs. */
export function readFileForStaff(
  _deps: Pick<AppDeps, 'db' | 'keys' | 'config' | 'clock'>,
  _visitor: StaffVisitor,
  _appealId: string,
  _fileId: string,
): Promise<ReadFile | undefined> {
  throw new Error('Not built yet.')
}
