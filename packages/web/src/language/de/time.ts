import type { Words } from '../en/index.ts'

export const time: Words['time'] = {
  minutes: (count) => `${count} min`,
  hours: (hours, minutes) =>
    minutes === 0 ? `${hours} h` : `${hours} h ${String(minutes).padStart(2, '0')}`,
  days: (days, hours) => (hours === 0 ? `${days} T` : `${days} T ${hours} h`),
  seconds: (count) => `${count} s`,
  none: '–',
  dayClock: (days, clock) => `${days} T ${clock}`,
  late: (amount) => `${amount} zu spät`,
  early: (amount) => `${amount} zu früh`,
  onTime: 'pünktlich',
  over: (amount) => `${amount} überzogen`,
  left: (amount) => `noch ${amount}`,
  ago: (amount) => `vor ${amount}`,
  in: (amount) => `in ${amount}`,
  now: 'jetzt',
  yesterday: 'gestern',
  yours: (clock) => `${clock} bei Ihnen`,
}
