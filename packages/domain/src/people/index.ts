export { type PeopleColumn, peopleColumnTitles } from './people-columns.ts'
export { type PeopleFile, type PersonRow, readPeopleFile } from './read-people-file.ts'
