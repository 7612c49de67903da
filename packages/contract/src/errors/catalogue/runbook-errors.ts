import type { Finding, NotStartable, RequirementNotMet } from '../about.ts'
import { unprocessable } from './entry.ts'

/** 422: the rules of runbooks, their runs, tasks, streams and templates. */
export const runbookErrors = {
  circular_dependency: unprocessable<{ path: readonly string[]; type?: 'task' | 'folder' }>(
    'With these predecessors, tasks would wait for each other in a circle; or a folder would lie in itself.',
    'Remove one of the links of the circle that the detail shows.',
  ),
  self_dependency: unprocessable<{ id: string }>(
    'A task names itself as its predecessor.',
    'Remove the task from its own predecessors.',
  ),
  runbook_not_startable: unprocessable<{ id: string; stage: string }>(
    'Only a runbook in planning can be started.',
    'Return the runbook to planning, or work with the run that it has.',
  ),
  runbook_has_no_tasks: unprocessable<{ id: string }>(
    'A runbook without tasks cannot be started.',
    'Add a task.',
  ),
  runbook_has_run: unprocessable<{ id: string }>(
    'A runbook that has run is kept as a record and cannot be deleted.',
    'Archive it.',
  ),
  runbook_is_template: unprocessable<{ id: string }>(
    'Templates are not run.',
    'Create a runbook from the template and run that.',
  ),
  runbook_validation_failed: unprocessable<{ finding: Finding; task?: string }>(
    'The checks before a start found errors; there is one entry for each.',
    'Correct what the entries name. `validation_level=warning` starts in spite of findings that do not make a run impossible.',
  ),
  comment_locked: unprocessable<{ id: string; stage: string }>(
    'A run of the runbook is under way: what is said meanwhile is part of its record, and is neither changed nor deleted.',
    'Say in a further comment what was wrong; change the comment when the run has ended.',
  ),
  runbook_locked: unprocessable<{ id: string; stage: string }>(
    'The plan of this runbook cannot be changed in its present stage: it is running and not dynamic, it has ended, or it is an approved template.',
    'Pause the run, return the runbook to planning, or make a new version of the template.',
  ),
  invalid_stage_transition: unprocessable<{ stage: string; action: string; allowed: readonly string[] }>(
    'The action does not exist in the present stage, such as resuming what is not paused. `meta.stage` and `meta.allowed` tell more.',
    'Read the resource again and use one of the actions in `meta.allowed`.',
  ),
  task_not_startable: unprocessable<NotStartable>(
    'Predecessors are not complete, the fixed start has not come yet, or the runbook is not active.',
    'Wait for what the detail names, or complete it.',
  ),
  task_not_in_progress: unprocessable<{ id: string; stage: string }>(
    'Only a task in progress can be finished.',
    'Start the task first, or skip it.',
  ),
  task_already_complete: unprocessable<{ id: string }>(
    'The task is complete; what is done stays done within a run.',
    'Nothing needs to be done; read the task to see who completed it.',
  ),
  task_requirements_not_met: unprocessable<RequirementNotMet>(
    'The task asks for certain people or fields at its start or end, and they are missing.',
    'Let the people act, or fill the fields, that the detail names.',
  ),
  invalid_requirement_minimum: unprocessable<{ name: string; maximum: number }>(
    'The minimum number of people is not between 1 and the number of assignees.',
    'Choose a number in that range, or add assignees.',
  ),
  invalid_task_link: unprocessable<{ id: string; reason: 'not_a_template' | 'no_tasks' | 'task_type' }>(
    'The linked runbook is not a template or has no tasks, or the task is not of a linked type.',
    'Link a template with tasks from a task of a linked type.',
  ),
  template_required: unprocessable<{ name: string }>(
    'The attribute or action exists only for templates.',
    'Leave it out, or use a template.',
  ),
  template_not_approved: unprocessable<{ id: string }>(
    'A runbook is to be made from a template that is not approved.',
    'Have the template approved first.',
  ),
  template_only_type: unprocessable<{ name: string }>(
    'Runbooks of this type are made only from templates.',
    'Create the runbook from a template, or choose another type.',
  ),
  schedule_incomplete: unprocessable<{ reason: 'start_missing' | 'end_not_after_start' }>(
    '`end_scheduled` is given without `start_scheduled`, or is not after it.',
    'Give both, the end after the start.',
  ),
  schedule_in_past: unprocessable<{ value: string }>(
    '`start_scheduled` lies in the past.',
    'Choose an instant in the future.',
  ),
  copy_source_invalid: unprocessable<{ id: string }>(
    'The runbook to copy does not exist, is archived, or you may not read it.',
    'Check `meta.copy.source_runbook_id`.',
  ),
  stream_not_empty: unprocessable<{ id: string; tasks: number }>(
    'A stream with tasks cannot be deleted.',
    'Move or delete its tasks first.',
  ),
  primary_stream: unprocessable<{ id: string }>(
    'The primary stream, or the last one, of a runbook cannot be deleted.',
    'Make another stream the primary one first.',
  ),
  stream_depth_exceeded: unprocessable<{ id: string }>(
    'The parent of the stream is itself a sub-stream.',
    'Choose a stream of the first level as parent.',
  ),
}
