export const signIn = {
  title: 'Sign in',
  email: 'E-mail address',
  password: 'Password',
  enter: 'Sign in',
  noAnswer: 'The server did not answer. Nothing was changed.',
  hint: 'The first start of the server shows the address and password of its owner in the terminal.',
}
