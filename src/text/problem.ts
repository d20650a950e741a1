// Trouble in the material: a message for people and, where it is known, the place it happened at.
import type { Span } from './span.ts'

export interface Problem {
  readonly message: string
  readonly where: Span | null
}
