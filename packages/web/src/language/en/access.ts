export const access = {
  or: 'or',
  onlyStart: (names: string) => `Only ${names} can start this.`,
  onlyFinish: (names: string) => `Only ${names} can finish this.`,
  couldDo: (names: string) => `${names} could.`,
  canAdd: (names: string) => `${names} can add you.`,
}
