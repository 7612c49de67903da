export const phone = {}
