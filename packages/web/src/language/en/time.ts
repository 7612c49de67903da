export const time = {
  minutes: (count: number) => `${count} min`,
  hours: (hours: number, minutes: number) =>
    minutes === 0 ? `${hours} h` : `${hours} h ${String(minutes).padStart(2, '0')}`,
  days: (days: number, hours: number) => (hours === 0 ? `${days} d` : `${days} d ${hours} h`),
  seconds: (count: number) => `${count} s`,
  none: '–',
  dayClock: (days: number, clock: string) => `${days} d ${clock}`,
  late: (amount: string) => `${amount} late`,
  early: (amount: string) => `${amount} early`,
  onTime: 'on time',
  over: (amount: string) => `${amount} over`,
  left: (amount: string) => `${amount} left`,
  ago: (amount: string) => `${amount} ago`,
  in: (amount: string) => `in ${amount}`,
  now: 'now',
  yesterday: 'yesterday',
  yours: (clock: string) => `${clock} for you`,
}
