import { chooseLanguage, detailOf, problem } from '@runsheet/contract'
import type { Rendered } from '../json-api/wire.ts'
import type { StartFinding } from './findings.ts'

/** A finding in one sentence, in the words of the refusal that it would be. */
export function findingDetail({ finding, task }: StartFinding, language: string | undefined): string {
  const about = { finding, ...(task ? { task: String(task.id) } : {}) }
  return detailOf(problem('runbook_validation_failed', about), chooseLanguage(language))
}

/** A finding as its document shows it. @param id its place among the findings of its runbook, from 1 */
export function renderFinding(found: StartFinding & { id: number }, language: string | undefined): Rendered {
  const { id, finding, severity, task } = found
  return {
    type: 'finding',
    id: String(id),
    attributes: {
      finding,
      severity,
      task_id: task ? String(task.id) : null,
      detail: findingDetail(found, language),
    },
    relationships: {},
    links: {},
  }
}
