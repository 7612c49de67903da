/** The dialogs of an open runbook. */
export const dialogs = {
  start: {
    title: (name: string) => `Start “${name}”`,
    summary: (tasks: number, length: string) => `${tasks === 1 ? '1 task' : `${tasks} tasks`}, ${length}.`,
    startedNow: (clock: string) => `Started now, it ends at ${clock}.`,
    kind: 'Kind of run',
    rehearsal: 'Rehearsal',
    rehearsalWhat: 'Proves plan and timing. Fixed starts are open.',
    live: 'Live',
    liveWhat: 'The real thing. Fixed starts hold, the record is kept for the review.',
    messages: 'Messages',
    off: 'Off',
    offWhat: 'Nobody is to be written to',
    test: 'Test',
    testWhat: 'All for you only',
    on: 'On',
    onWhat: (people: number) =>
      people === 0 ? 'Nobody is here to write to' : people === 1 ? 'For 1 person' : `For ${people} people`,
    messagesKept: 'Messages are not sent yet by this version; the choice is kept with the run.',
    rebaseline: 'Plan from now',
    rebaselineOn: (now: string, planned: string) =>
      `It is ${now}, the plan says ${planned}. Lateness counts from the real start.`,
    rebaselineOff: (now: string, planned: string, amount: string) =>
      `It is ${now}, the plan says ${planned}. The run begins ${amount}.`,
    rebaselineSame: (now: string) => `It is ${now}, as planned.`,
    shift: 'Move fixed times too',
    shiftNone: 'No task has a fixed time.',
    shiftStays: (id: number, clock: string) => `One task has a fixed time: #${id}, ${clock}. It stays.`,
    shiftMoves: (id: number, before: string, after: string) =>
      `One task has a fixed time: #${id} moves from ${before} to ${after}.`,
    shiftAllStay: (count: number) => `${count} tasks have fixed times. They stay.`,
    shiftAllMove: (count: number, amount: string) =>
      `${count} tasks have fixed times. They move by ${amount}.`,
    checking: 'Checking the plan…',
    nothingStops: 'Nothing stops the start.',
    nothingStopsRemarks: (count: number) =>
      count === 1 ? 'Nothing stops the start. One remark:' : `Nothing stops the start. ${count} remarks:`,
    problemsStop: (count: number) =>
      count === 1 ? 'One problem stops the start:' : `${count} problems stop the start:`,
    remarksToo: (count: number) => (count === 1 ? 'And one remark:' : `And ${count} remarks:`),
    noTasks: 'There are no tasks yet. Add the first one, then start.',
    chooseKind: 'Choose the kind of run.',
    everyoneSees: 'Everyone here sees the clock start at once.',
    startLive: 'Start live run',
    startRehearsal: 'Start rehearsal',
    start: 'Start run',
    problemsLeft: (count: number) => (count === 1 ? '1 problem to solve' : `${count} problems to solve`),
  },
  pause: {
    title: 'Pause the run?',
    body: (running: number) =>
      running === 0
        ? 'Nothing can start until it is resumed.'
        : `Nothing can start or be finished until it is resumed. ${running === 1 ? '1 task is running; its time' : `${running} tasks are running; their time`} stands still.`,
    message: 'Why',
    placeholder: 'Waiting for the vendor',
    confirm: 'Pause run',
    keep: 'Keep running',
  },
  resume: {
    title: 'Resume the run?',
    body: (end: string, paused: string) => `Paused for ${paused}. Resumed now, it ends at ${end}.`,
    late: (amount: string) => `That is ${amount} late.`,
    early: (amount: string) => `That is ${amount} early.`,
    onTime: 'That is on time.',
    message: 'What has changed',
    placeholder: 'The vendor has answered',
    confirm: 'Resume run',
    keep: 'Stay paused',
  },
  cancel: {
    title: 'Cancel the run?',
    undone: (count: number) => (count === 1 ? '1 task stays undone.' : `${count} tasks stay undone.`),
    kept: 'The record is kept. A run that is canceled cannot go on.',
    type: (name: string) => `Type “${name}” to confirm`,
    message: 'Why',
    confirm: 'Cancel run',
    keep: 'Keep running',
  },
  return: {
    title: 'Return to planning?',
    body: 'The plan becomes a fresh version: all tasks open, ready to be changed and run again. The record of this run is kept.',
    confirm: 'Return to planning',
    keep: 'Keep the record open',
  },
  skip: {
    title: (id: number) => `Skip #${id}?`,
    reason: 'Why it is skipped',
    used: 'Reasons in this run',
    frees: (ids: string, count: number) =>
      count === 0
        ? 'Nothing waits for it alone. Saved as a comment.'
        : `${ids} can start then. Saved as a comment.`,
    confirm: (id: number) => `Skip #${id}`,
    keep: 'Keep it',
  },
  early: {
    title: (id: number) => `Start #${id} early?`,
    body: (id: number, clock: string, amount: string) =>
      `#${id} has a fixed start at ${clock}. Start it ${amount} early?`,
    message: 'Why (saved as a comment)',
    confirm: (id: number) => `Start #${id} now`,
    keep: 'Wait for it',
  },
  finish: {
    title: (id: number) => `Finish #${id}?`,
    result: 'Result',
    pass: 'As expected',
    fail: 'Not as expected',
    untested: 'Not tested',
    comment: 'What was seen',
    saved: 'Saved as a comment.',
    confirm: (id: number) => `Finish #${id}`,
    keep: 'Not yet',
  },
  delete: {
    title: (count: number, id: number) => (count === 1 ? `Delete #${id}?` : `Delete ${count} tasks?`),
    inherit: (count: number) =>
      count === 0
        ? 'Nothing waits for it.'
        : count === 1
          ? '1 task waits for what is deleted: it will wait for what that waited for.'
          : `${count} tasks wait for what is deleted: they will wait for what that waited for.`,
    forGood: 'There is no undo.',
    confirm: (count: number) => (count === 1 ? 'Delete task' : `Delete ${count} tasks`),
    keep: 'Keep',
  },
  rag: {
    title: 'How does it stand?',
    what: 'Your judgement, seen by everyone. Lateness is measured apart from it.',
    confirm: 'Set status',
  },
  edit: {
    title: 'Details of the runbook',
    name: 'Name',
    description: 'Description',
    timezone: 'Time zone',
    start: 'Scheduled start',
    startWhat: (zone: string) => `In ${zone}. Empty: whenever somebody starts it.`,
    locked: 'The scheduled start can be changed while planning.',
    shift: 'Move fixed times by as much',
    rto: 'Recovery time objective',
    rtoWhat: 'Such as 4h or 1h30. Empty: none.',
    rtoFrom: 'Counts from the start of',
    rtoTo: 'to the end of',
    badDuration: 'Write it as 4h, 1h30 or 90 (minutes).',
    badTime: 'That is no point in time.',
    confirm: 'Save',
  },
  duplicate: {
    title: (name: string) => `Duplicate “${name}”`,
    templateTitle: (name: string) => `Make a template of “${name}”`,
    name: 'Name',
    copyName: (name: string) => `${name} (copy)`,
    take: 'What comes along',
    tasks: 'Tasks and streams',
    teams: 'Teams',
    users: 'People and their assignments',
    shift: 'Move fixed times with the start',
    confirm: 'Duplicate',
    templateConfirm: 'Make template',
  },
  stream: {
    newTitle: 'New stream',
    newSubTitle: (name: string) => `New sub-stream of ${name}`,
    title: (name: string) => `Stream ${name}`,
    name: 'Name',
    color: 'Colour',
    hue: (number: number) => `Hue ${number}`,
    free: 'A colour of its own',
    dealt: 'By its place',
    parent: 'Lies in',
    status: 'Status',
    message: 'What there is to say',
    create: 'Add stream',
    confirm: 'Save',
    deleteTitle: (name: string) => `Delete stream ${name}?`,
    deleteEmpty: 'It holds no tasks.',
    deleteFull: (count: number) =>
      count === 1
        ? '1 task is in it. Give it to another stream first.'
        : `${count} tasks are in it. Give them to another stream first.`,
    deleteConfirm: 'Delete stream',
    keep: 'Keep',
  },
  shortcuts: {
    title: 'Shortcuts',
    off: 'Single keys are switched off in your account; those with a modifier work.',
    groups: {
      task: 'Task',
      run: 'Run',
      plan: 'Plan',
      filter: 'Filter',
      view: 'View',
      other: 'Other',
    },
    space: 'Space',
  },
}
