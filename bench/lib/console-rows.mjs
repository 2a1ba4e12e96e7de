const SPAN_S = 90 * 86_400

/**
 * Returns a statement that adds this many sessions, spread over ninety days, in every state: of twenty, thirteen are
 * verified, two canceled, one is being checked, three have failed and one was not begun. Few need an operator. `hex` is
 * the database's expression for a number as twelve digits.
 */
export function manySessions(count, hex) {
  const now = Math.floor(Date.now() / 1000)
  const code = `case i % 7 when 0 then 'document_expired' when 1 then 'selfie_face_mismatch' when 2 then 'consent_declined'
    when 3 then 'document_unverified_other' when 4 then 'abandoned' when 5 then 'id_number_mismatch' else 'under_supported_age' end`
  const columns = {
    id: `'00000000-0000-4000-8000-' || ${hex}`,
    ordinal: '1',
    livemode: '0',
    user_key: "'key-' || i",
    user_ref: "'user-' || i",
    stripe_id: "'vs_bench' || i",
    status: `case when i % 20 < 13 then 'verified' when i % 20 < 15 then 'canceled' when i % 20 < 16 then 'processing' else 'requires_input' end`,
    error_code: `case when i % 20 in (16, 17, 18) then ${code} end`,
    redaction: "case when i % 5000 = 7 then 'processing' end",
    type: "'document'",
    open: 'case when i % 20 > 14 then 1 else 0 end',
    attempts_before: '0',
    attempts: 'case when i % 400 = 16 then 5 when i % 20 in (16, 17, 18) then 1 + i % 3 else 0 end',
    version: '3',
    revision: '3',
    created: `${now - SPAN_S} + i * cast(${SPAN_S} as bigint) / ${count}`,
    updated: `${now - SPAN_S} + i * cast(${SPAN_S} as bigint) / ${count}`,
    last_event_at: `${now - SPAN_S} + i * cast(${SPAN_S} as bigint) / ${count}`,
    last_reply_at: '0',
    doubt: "case when i % 3000 = 15 then 'evt_doubt' || i end",
    create_try: '1',
    watched_until: '0',
    stage: 'case when i % 20 < 13 then 4 when i % 20 < 15 then 1 when i % 20 < 19 then 3 else 1 end',
    taken_back: 'case when i % 4000 = 18 then 1 else 0 end',
  }
  return `insert into stripe_identity_sessions (${Object.keys(columns).join(', ')})
    with recursive numbers(i) as (select 0 union all select i + 1 from numbers where i + 1 < ${count})
    select ${Object.values(columns).join(', ')} from numbers`
}
