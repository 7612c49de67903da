import { bytes, chain, jsonFault, list, noun, range, type Texts } from './texts.ts'
import { words } from './words/ja.ts'

const named = ({ type, id }: { type: string; id: string }) => `${noun(words, type)} ${id}`

const possible = (values: readonly string[] | undefined) =>
  values?.length ? `使用できるもの: ${list(values, '、')}。` : ''

const limits = {
  between: (a: number | string, b: number | string) => `は ${a} から ${b} までの範囲で指定してください`,
  from: (a: number | string) => `は ${a} 以上で指定してください`,
  upTo: (b: number | string) => `は ${b} 以下で指定してください`,
  outside: 'は許容範囲外です',
}

const length = (limit: number, unit: 'characters' | 'items' = 'characters') =>
  unit === 'items' ? `${limit} 件` : `${limit} 文字`

export const ja: Texts = {
  titles: {
    400: '不正なリクエスト',
    401: '認証が必要です',
    403: 'アクセス権がありません',
    404: '見つかりません',
    405: '許可されていないメソッド',
    422: '処理できないリクエスト',
    429: 'リクエストが多すぎます',
    500: 'サーバー内部エラー',
    501: '未実装',
    503: 'サービスを利用できません',
    504: 'タイムアウト',
  },
  details: {
    bad_request: ({ part }) => words.parts[part],
    invalid_json: (about) => jsonFault(words, about),
    invalid_csv: ({ line, fault }) =>
      `ファイルを CSV として読み取れません。${line} 行目: ${words.csv[fault]}。`,
    missing_body: () => 'このエンドポイントには本文が必要ですが、リクエストに本文がありません。',
    invalid_document: ({ name, expected }) =>
      `本文の「${name}」には${words.expected[expected]}を指定してください。`,
    unknown_parameter: ({ parameter, allowed }) =>
      `このエンドポイントにパラメーター「${parameter}」はありません。${possible(allowed)}`,
    invalid_parameter: ({ parameter, expected }) =>
      `パラメーター「${parameter}」には${words.expected[expected]}を指定してください。`,
    invalid_filter_value: ({ parameter, value, allowed }) =>
      `「${value}」はフィルター「${parameter}」の値として使用できません。${possible(allowed)}`,
    invalid_sort: ({ value, allowed }) => `この一覧は「${value}」で並べ替えられません。${possible(allowed)}`,
    invalid_include: ({ value, allowed }) =>
      `このエンドポイントでは「${value}」を include に指定できません。${possible(allowed)}`,
    invalid_fields: ({ value, allowed }) =>
      `「${value}」という型またはフィールドはありません。${possible(allowed)}`,
    invalid_page: (about) =>
      about.mixed_with === undefined
        ? `パラメーター「${about.parameter}」${range(about, { ...limits, outside: words.headers.malformed })}。`
        : `パラメーター「${about.parameter}」と「${about.mixed_with}」は異なるページ指定方式のため、併用できません。`,
    invalid_header: ({ header, reason }) => `ヘッダー「${header}」${words.headers[reason]}。`,
    invalid_core_url: ({ value }) =>
      `Core-Url の「${value}」は、登録されているインスタンスの絶対 URL ではありません。`,
    invalid_api_version: ({ value, earliest }) =>
      `Api-Version の「${value}」は ${earliest} 以降の日付ではありません。`,
    not_acceptable: ({ value }) => `Accept で指定された形式（「${value}」）では応答できません。`,
    payload_too_large: ({ limit }) => `本文が上限の ${bytes(limit)} を超えています。`,
    unsupported_media_type: ({ value, allowed }) =>
      value === ''
        ? `Content-Type に本文の形式が指定されていません。${possible(allowed)}`
        : `このエンドポイントは「${value}」形式の本文に対応していません。${possible(allowed)}`,

    unauthorized: () => 'Authorization ヘッダーに「Bearer」とトークンを指定してください。',
    invalid_token: () => 'トークンまたはセッションが無効です。',
    token_expired: ({ expires_at }) => `トークンの有効期限（${expires_at}）が切れています。`,
    token_revoked: () => 'トークンは失効しています。',
    session_expired: ({ expires_at }) => `セッションの有効期限（${expires_at}）が切れています。`,
    user_archived: () => 'トークンの所有者であるユーザーはアーカイブされています。',
    invalid_credentials: () => 'メールアドレス、パスワード、またはコードが正しくありません。',
    second_factor_required: () => 'サインインには 2 要素認証のコードが必要です。',
    forbidden: () => 'この操作を行う権限がありません。',
    origin_not_allowed: () =>
      'この操作はこのサーバーのページからのみ実行できます。Origin ヘッダーがないか、別のサイトを示しています。',
    developer_role_required: () => 'API を使用するには Developer ロールが必要です。',
    insufficient_role: ({ required }) =>
      required.length
        ? `次のいずれかのロールが必要です: ${list(required, '、')}。`
        : 'お使いのロールではこの操作を行えません。',
    upload_refused: ({ reason }) =>
      ({
        signature: 'このアップロード URL は、このサーバーが署名したものではありません。',
        expired: 'このアップロード URL は有効期限が切れています。',
        used: 'このアップロード URL には、すでにファイルが送られています。',
      })[reason],
    read_only_attribute: ({ name }) => `お使いのロールでは「${name}」を設定できません。`,
    not_found: (resource) =>
      `${named(resource)} が見つかりません。存在しないか、アーカイブまたは削除されているか、アクセス権がありません。`,
    route_not_found: ({ path }) => `「${path}」には何もありません。API のパスは /core/ で始まります。`,
    method_not_allowed: ({ method, path, allowed }) =>
      `「${path}」ではメソッド ${method} を使用できません。${possible(allowed)}`,
    endpoint_not_implemented: ({ method, path }) => `API にエンドポイント「${method} ${path}」はありません。`,
    rate_limited: ({ retry_after }) =>
      `リクエストが多すぎます。${retry_after} 秒後にもう一度お試しください。`,

    validation_failed: () => 'リクエストが検証ルールに違反しています。',
    conflict: (resource) => `${named(resource)} は同時に別のユーザーによって変更されました。`,
    stale_resource: (resource) => `${named(resource)} は読み取り後に変更されています。`,
    idempotency_key_conflict: ({ key }) =>
      `Idempotency-Key「${key}」は、すでに別のリクエストで使用されています。`,
    type_mismatch: ({ expected, actual }) =>
      `type は「${actual}」ではなく「${expected}」を指定してください。`,
    id_mismatch: ({ expected, actual }) => `本文の id「${actual}」がパスの id「${expected}」と一致しません。`,
    blank: ({ name }) => `「${name}」を空にすることはできません。`,
    missing_attribute: ({ name }) => `属性「${name}」がありません。`,
    missing_relationship: ({ name }) => `リレーションシップ「${name}」がありません。`,
    missing_meta: ({ name }) => `meta に「${name}」がありません。`,
    unknown_attribute: ({ name, allowed }) => `ここに「${name}」という項目はありません。${possible(allowed)}`,
    unknown_column: ({ name, allowed }) => `「${name}」という列はありません。${possible(allowed)}`,
    read_only: ({ name }) => `「${name}」は読み取り専用です。`,
    invalid_type: ({ name, expected }) => `「${name}」には${words.expected[expected]}を指定してください。`,
    invalid_enum: ({ name, allowed }) => `「${name}」にこの値は使用できません。${possible(allowed)}`,
    too_long: ({ name, limit, unit }) => `「${name}」は ${length(limit, unit)}以内で指定してください。`,
    too_short: ({ name, limit, unit }) => `「${name}」は ${length(limit, unit)}以上で指定してください。`,
    out_of_range: (about) => `「${about.name}」${range(about, limits)}。`,
    invalid_format: ({ name, expected, example }) =>
      `「${name}」には${words.expected[expected]}を指定してください。${example === undefined ? '' : `例: ${example}`}`,
    taken: ({ name, value }) => `「${value}」は「${name}」としてすでに使用されています。`,
    related_not_found: (resource) => `${named(resource)} は存在しないか、アクセス権がありません。`,
    related_not_in_scope: ({ scope, ...resource }) =>
      `${named(resource)} は同じ${noun(words, scope)}に属していません。`,
    not_a_participant: (resource) => `${named(resource)} はランブックの参加者ではありません。`,
    invalid_assignee: (resource) => `${named(resource)} を担当者として割り当てることはできません。`,

    circular_dependency: ({ path, type = 'task' }) =>
      type === 'folder'
        ? `フォルダーが自身の中に入ることになります: ${chain(path)}。`
        : `次のタスクが互いを待っています: ${chain(path)}。`,
    self_dependency: ({ id }) => `タスク ${id} を自身の先行タスクにすることはできません。`,
    runbook_not_startable: ({ id, stage }) =>
      `ランブック ${id} を開始できません。ステージが「planning」ではなく「${stage}」です。`,
    runbook_has_no_tasks: ({ id }) => `ランブック ${id} にはタスクがないため、開始できません。`,
    runbook_has_run: ({ id }) =>
      `ランブック ${id} は実行されたことがあるため、削除できません。アーカイブは可能です。`,
    runbook_is_template: ({ id }) => `ランブック ${id} はテンプレートのため、実行できません。`,
    runbook_validation_failed: ({ finding, task }) =>
      `${task === undefined ? '' : `タスク ${task}: `}${words.findings[finding]}`,
    comment_locked: ({ id, stage }) => `実行が ${stage} の間、コメント ${id} は変更できません。`,
    runbook_locked: ({ id, stage }) => `ステージ「${stage}」ではランブック ${id} の計画を変更できません。`,
    invalid_stage_transition: ({ stage, action, allowed }) =>
      `ステージ「${stage}」では操作「${action}」を行えません。${possible(allowed)}`,
    task_not_startable: (about) => {
      if (about.reason === 'predecessors')
        return `タスク ${about.id} はまだ開始できません。タスク ${list(about.predecessors, '、')} の完了を待っています。`
      if (about.reason === 'fixed_start') return `タスク ${about.id} は ${about.at} より前に開始できません。`
      return `タスク ${about.id} を開始できません。ランブックのステージが「${about.stage}」です。`
    },
    task_not_in_progress: ({ id, stage }) =>
      `タスク ${id} は進行中ではありません。現在のステージは「${stage}」です。`,
    task_already_complete: ({ id }) => `タスク ${id} はすでに完了しています。`,
    task_requirements_not_met: (about) => {
      if (about.reason === 'fields')
        return `タスク ${about.id} には次のフィールドが必要です: ${list(about.missing, '、')}。`
      if (about.reason === 'people')
        return `タスク ${about.id} には ${about.needed} 人が必要です。現在は ${about.done} 人です。`
      if (about.reason === 'starter') return `タスク ${about.id} は開始した本人が終了する必要があります。`
      return `タスク ${about.id} では、あなたはすでに操作済みです。ほかの担当者の操作が必要です。`
    },
    invalid_requirement_minimum: ({ name, maximum }) =>
      maximum < 1
        ? `「${name}」を指定するには、担当者が 1 人以上必要です。`
        : `「${name}」は 1 から ${maximum} までの範囲で指定してください。`,
    invalid_task_link: ({ id, reason }) =>
      ({
        not_a_template: `ランブック ${id} はテンプレートではないため、リンクできません。`,
        no_tasks: `ランブック ${id} にはタスクがないため、リンクできません。`,
        task_type: `このタスクのタイプではリンクが許可されていないため、ランブック ${id} をリンクできません。`,
      })[reason],
    template_required: ({ name }) => `「${name}」はテンプレートでのみ使用できます。`,
    template_not_approved: ({ id }) => `テンプレート ${id} は承認されていません。`,
    template_only_type: ({ name }) => `タイプ「${name}」のランブックは、テンプレートからのみ作成できます。`,
    schedule_incomplete: ({ reason }) =>
      reason === 'start_missing'
        ? 'end_scheduled を指定するには start_scheduled が必要です。'
        : 'end_scheduled は start_scheduled より後の日時を指定してください。',
    schedule_in_past: ({ value }) => `開始予定日時 ${value} が過去になっています。`,
    copy_source_invalid: ({ id }) =>
      `ランブック ${id} をコピーできません。存在しないか、アーカイブされているか、閲覧権限がありません。`,
    stream_not_empty: ({ id, tasks }) => `ストリーム ${id} にはまだタスクが ${tasks} 件あります。`,
    primary_stream: ({ id }) => `ストリーム ${id} はランブックのプライマリストリームのため、削除できません。`,
    stream_depth_exceeded: ({ id }) =>
      `ストリーム ${id} はサブストリームのため、さらにサブストリームを持つことはできません。`,

    custom_field_not_found: ({ field, candidates }) =>
      candidates?.length
        ? `表示名が「${field}」のカスタムフィールドが複数あります: ${list(candidates, '、')}。`
        : `カスタムフィールド「${field}」はありません。`,
    custom_field_not_applicable: ({ field, type }) =>
      `カスタムフィールド「${field}」はこの${noun(words, type)}には使用できません。`,
    custom_field_invalid_value: ({ field, value, allowed }) =>
      `「${value}」はカスタムフィールド「${field}」の値として使用できません。${possible(allowed)}`,
    custom_field_required: ({ field }) => `カスタムフィールド「${field}」を空にすることはできません。`,
    custom_field_read_only: ({ field }) => `カスタムフィールド「${field}」は読み取り専用です。`,
    values_would_be_lost: ({ field, lost }) => `カスタムフィールド「${field}」の値 ${lost} 件が失われます。`,
    option_in_use: ({ option, values }) =>
      `選択肢「${option}」は ${values} 件の値で使用されています。アーカイブすることはできます。`,
    default_type: (resource) =>
      `${named(resource)} は既定のタイプであるか、既定のタイプにすることができません。`,
    type_in_use: ({ uses, ...resource }) =>
      `${named(resource)} は、この変更の影響を受ける ${uses} 件のランブックで使用されています。`,
    built_in_type: ({ name, key }) => `組み込みのタスクタイプ「${key}」の「${name}」は変更できません。`,
    type_disabled: (resource) => `${named(resource)} は無効になっています。`,
    task_type_not_allowed: ({ id, allowed }) =>
      `ランブックのタイプは、タイプ ${id} のタスクを許可していません。${possible(allowed)}`,
    folder_not_empty: ({ id, runbooks }) => `フォルダー ${id} にはまだランブックが ${runbooks} 件あります。`,
    wrong_password: () => '現在のパスワードが入力されていないか、正しくありません。',
    second_factor_on: () => '2 要素認証はすでに有効です。',
    second_factor_off: () => 'このコードに対応する 2 要素認証はありません。',
    wrong_code: () => 'コードが正しくないか、すでに使用されています。',
    link_unknown: () => 'このリンクは無効です。',
    link_used: () => 'このリンクはすでに使用されています。',
    link_superseded: () => 'このリンクは新しいリンクに置き換えられました。',
    link_expired: ({ expires_at }) => `このリンクの有効期限は ${expires_at} に切れました。`,
    mail_not_configured: () => 'このサーバーはメールを送信しません。',
    already_signed_in: (resource) => `${named(resource)} はすでにサインインしたことがあります。`,
    last_admin: ({ role }) => `ロール「${role}」を持つユーザーがいなくなります。`,
    already_archived: (resource) => `${named(resource)} はすでにアーカイブされています。`,
    not_archived: (resource) => `${named(resource)} はアーカイブされていません。`,
    role_scope_invalid: ({ role, allowed }) =>
      allowed.length
        ? `ロール「${role}」は、次のいずれかの種類のリソースに対して付与する必要があります: ${list(allowed, '、')}。`
        : `ロール「${role}」は、リソースを指定して付与することはできません。`,
    webhook_url_blocked: ({ url, reason }) =>
      ({
        private: `「${url}」はプライベートアドレスのため、イベントを送信できません。`,
        not_https: `「${url}」は HTTPS の URL ではないため、イベントを送信できません。`,
        unresolvable: `「${url}」のホスト名を解決できないため、イベントを送信できません。`,
      })[reason],

    internal_error: () =>
      'サーバー側でエラーが発生しました。このエラーの id からログの該当箇所を確認できます。',
    core_outdated: ({ minimum_core_version, core_version }) =>
      minimum_core_version === undefined
        ? 'この API に接続されている Core には、このエンドポイントがありません。'
        : `このエンドポイントには Core ${minimum_core_version} 以降が必要です${core_version === undefined ? '' : `（現在の Core は ${core_version}）`}。`,
    core_unavailable: () => '現在、Core に接続できないか、Core が過負荷になっています。',
    maintenance: () => 'インスタンスはメンテナンス中です。',
    storage_full: () => 'データベースのストレージがいっぱいです。変更は行われていません。',
    core_timeout: () => 'Core が時間内に応答しませんでした。変更が行われたかどうかは不明です。',
  },
}
