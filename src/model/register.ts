import type { z } from 'zod'
import type * as schema from './schema.ts'

export type Register = z.infer<typeof schema.Register>
export type RegisterDocument = z.infer<typeof schema.RegisterDocument>
export type DocumentKind = z.infer<typeof schema.DocumentKind>
export type Task = z.infer<typeof schema.Task>
export type Department = z.infer<typeof schema.Department>
export type Person = z.infer<typeof schema.Person>
export type Deadline = z.infer<typeof schema.Deadline>
export type Target = z.infer<typeof schema.Target>
export type DepartmentRole = Department['role']
export type PersonRole = Person['role']
export type Relation = Target['relation']
export type DeadlineKind = Deadline['kind']
