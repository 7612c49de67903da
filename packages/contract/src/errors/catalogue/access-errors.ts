import type { Member, Nothing, ResourceName } from '../about.ts'
import { forbidden, notAllowed, notFound, tooMany, unauthorized } from './entry.ts'

/** 401, 403, 404, 405 and 429: who asks, what they may see and do, and how often. */
export const accessErrors = {
  unauthorized: unauthorized<Nothing>(
    'There is no `Authorization` header, or it is not `Bearer <token>`, and there is no session.',
    'Send `Authorization: Bearer` with one of your tokens.',
  ),
  invalid_token: unauthorized<Nothing>(
    'The token or the session is not known here: mistyped, cut off, signed out, or of another instance.',
    'Check the token and the address of the instance; make a new token if it is lost.',
  ),
  token_expired: unauthorized<{ expires_at: string }>(
    'The token was valid once; its time has passed.',
    'Make a new token.',
  ),
  token_revoked: unauthorized<Nothing>(
    'The token was revoked by its owner or by an administrator.',
    'Make a new token, or ask your administrator why it was revoked.',
  ),
  session_expired: unauthorized<{ expires_at: string }>(
    'The session of the browser was not used for 12 hours, or is older than 30 days.',
    'Sign in again.',
  ),
  user_archived: unauthorized<Nothing>(
    'The user to whom the token belongs is archived.',
    'Ask an administrator to restore the user, or use a token of another user.',
  ),
  invalid_credentials: unauthorized<Nothing>(
    'Signing in with an e-mail address and a password failed, or the code of the second factor was wrong.',
    'Check both; a forgotten password is set anew by a link that comes by mail.',
  ),
  second_factor_required: unauthorized<Nothing>(
    'The password, or the link of the mail, is right, and this user signs in with a second factor as well.',
    'Repeat the request with the current code of the authenticator, or a recovery code, as `code`.',
  ),
  forbidden: forbidden<Nothing>(
    'You can see this resource, and none of your permissions lets you do this to it.',
    'Ask its administrator to do it or to give you a role.',
  ),
  origin_not_allowed: forbidden<Nothing>(
    'A change that is made with a session, or an attempt to sign in, came from a page of another site: `Origin` is missing, or is not the address of this server.',
    'Open the application at its own address. Behind a proxy that changes the address, set `RUNSHEET_PUBLIC_URL`. Programs use a token, and need no `Origin`.',
  ),
  developer_role_required: forbidden<Nothing>(
    'The owner of the token does not have the Developer role.',
    'Ask an administrator for the Developer role.',
  ),
  insufficient_role: forbidden<{ required: readonly string[] }>(
    'The owner of the token lacks a role for this; `meta.required` lists the roles that would do.',
    'Ask an administrator for one of these roles.',
  ),
  upload_refused: forbidden<{ reason: 'signature' | 'expired' | 'used' }>(
    'The address of an upload is not one that this server signed, its 15 minutes have passed, or a file was put to it already.',
    'Ask for a new upload URL, and put one file to it as it is.',
  ),
  read_only_attribute: forbidden<Member>(
    'Others may set this attribute; your roles do not let you set it.',
    'Leave the attribute out, or ask an administrator to set it.',
  ),
  not_found: notFound<ResourceName>(
    'The resource never existed, is archived or deleted, or you may not see it. The same holds for the resources in which it lies.',
    'Check the id; say `archived=true` for archived resources; ask for access.',
  ),
  route_not_found: notFound<{ path: string }>(
    'There is nothing at this path outside `/core`.',
    'All endpoints of the API start with `/core/`.',
  ),
  method_not_allowed: notAllowed<{ method: string; path: string; allowed: readonly string[] }>(
    'The path exists, the method does not exist for it.',
    'Use one of the methods in the `Allow` header.',
  ),
  endpoint_not_implemented: notAllowed<{ method: string; path: string }>(
    'The API has no such endpoint.',
    'Check the path against the reference.',
  ),
  rate_limited: tooMany<{ retry_after: number }>(
    'This token, session or address has sent more requests than its limit allows, or too many attempts to sign in failed.',
    'Wait as many seconds as `Retry-After` says; double the wait each time it happens again.',
  ),
}
