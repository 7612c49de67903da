export const access = {
  or: 'or',
  onlyStart: (names: string) => `Only ${names} can start this.`,
  onlyFinish: (names: string) => `Only ${names} can finish this.`,
  onlyRun: {
    planning: (names: string) => `Only ${names} can start the run.`,
    active: (names: string) => `Only ${names} can pause or cancel the run.`,
    paused: (names: string) => `Only ${names} can resume or cancel the run.`,
    complete: (names: string) => `Only ${names} can return this to planning.`,
    canceled: (names: string) => `Only ${names} can return this to planning.`,
  },
  canChangePeople: (names: string) => `Only ${names} can change who takes part.`,
  couldDo: (names: string) => `${names} could.`,
  canAdd: (names: string) => `${names} can add you.`,
}
