-- Every view of the schema; read anew whenever this file changes.
--
do $$
declare old text;
begin
    for old in select table_name from information_schema.views where table_schema = 'interviews' loop
        execute format('drop view if exists %I cascade', old);
    end loop;
end $$;

-- ---------------------------------------------------------------- one interview

-- Everything a page or a mail may want to know of one interview, a row each; the latest answer of each kind.
-- The part of a student in a class session has employer, time, place and objectives of the session.
create view case_file as
select i.id, i.school, s.name as school_name, s.address as school_address, s.phone as school_phone,
    coalesce(i.student_id, 0) as student_id, coalesce(st.given_name, class.name) as given_name,
    coalesce(st.family_name, '') as family_name, coalesce(st.email, '') as student_email,
    coalesce(st.grade, 0) as grade, coalesce(st.program, '') as program,
    i.session as session_id, class.name as class_name,
    (select count(*)::int from class_list_member member where member.class_list_id = i.class_list_id) as class_size,
    recording.title as recording_title, recording.address as recording_address,
    i.requested_by, i.coordinator, i.teacher, m.mode, m.platform, m.career_field, i.reason, i.accommodations, m.course,
    m.objectives,
    m.employer_id, coalesce(e.name, recording.employer) as employer_name, e.address as employer_address,
    m.contact_id, c.name as contact_name, c.job_title as contact_title, c.email as contact_email, c.phone as contact_phone,
    m.offered_times, m.offered_modes, m.arrival_notes, m.place, m.meeting_link, m.starts_at, m.planned_minutes,
    m.expedited, m.calendar_sequence, i.status, hold.begun_at as held_since, hold.reason as hold_reason,
    i.student_ready_at, i.contact_minutes, i.late_minutes, i.ending,
    coalesce(consent.participate and consent.share_data, false) as share_data, consent.id as consent_id,
    research.id as research_id, research.industry as research_industry, research.employer as research_employer,
    research.education as research_education, research.sources as research_sources, research.questions,
    review.approved as research_approved, review.feedback as research_feedback
from interview i
join interview m on m.id = coalesce(i.session, i.id)
join school s on s.code = i.school
left join student st on st.id = i.student_id
left join class_list class on class.id = i.class_list_id
left join recording on recording.id = m.recording_id
left join employer e on e.id = m.employer_id
left join employer_contact c on c.id = m.contact_id
left join interview_hold hold on hold.interview_id = m.id and hold.ended_at is null
left join lateral (select * from consent where interview_id = i.id order by id desc limit 1) consent on true
left join lateral (select * from research where interview_id = i.id order by id desc limit 1) research on true
left join lateral (select * from research_review where research_id = research.id order by id desc limit 1) review on true;

-- ---------------------------------------------------------------- addresses

-- Everybody who gets mail without an account; of students and families those with an open interview.
create view addressee as
select 'employers' as role, c.id as person_id, e.school, e.name as of_whom, c.name, c.email, c.phone
from employer_contact c join employer e on e.id = c.employer_id
union all
select person.role, person.id, s.school, person.of_whom, person.name, person.email, person.phone
from student s
cross join lateral (
    select 'students' as role, s.id, s.program as of_whom, s.given_name || ' ' || s.family_name as name, s.email,
        null as phone
    union all
    select 'guardians', g.id, 'family of ' || s.given_name || ' ' || s.family_name, g.name, g.email, g.phone
    from guardian g where g.student_id = s.id) person
where exists (select from interview i where i.student_id = s.id and i.closed_at is null);

-- What became of every mailed form; for the school's own staff.
create view link_ledger as
select l.id, l.school, l.role, l.person_id, l.task_id, l.interview_id, l.issued_at, l.due_at, l.expires_at, l.first_viewed_at, l.read_at,
    l.submitted_at,    l.revoked_at, person.name, person.of_whom, person.email, request.template, request.sent_at, request.refused_at,
    request.refusal,
    (select count(*) from mail_log r
        where r.form_link_id = l.id and r.template = 'REMINDER' and r.sent_at is not null)::int as reminders,
    code.used_at as proven_at, draft.saved_at as started_at
from form_link l
join lateral (select m.template, m.sent_at, m.refused_at, m.refusal from mail_log m
    where m.form_link_id = l.id and m.template not in ('REMINDER', 'FORM_CODE', 'ANSWER_COPY')
    order by m.queued_at desc limit 1) request on true
join lateral (
    select c.name, e.name as of_whom, c.email
    from employer_contact c join employer e on e.id = c.employer_id where l.role = 'employers' and c.id = l.person_id
    union all
    select s.given_name || ' ' || s.family_name, s.program, s.email
    from student s where l.role = 'students' and s.id = l.person_id
    union all
    select g.name, 'family of ' || s.given_name || ' ' || s.family_name, g.email
    from guardian g join student s on s.id = g.student_id where l.role = 'guardians' and g.id = l.person_id) person on true
left join form_draft draft on draft.form_link_id = l.id
left join form_code code on code.form_link_id = l.id
where l.task_id is not null;

-- ---------------------------------------------------------------- reports

-- What reports count. A figure is defined here, once, and read by the workbook and the pages; no view knows a student's
-- name. Of facts only the row that stands counts: the newest that no other row corrects.

-- ---------------------------------------------------------------- words

-- Every code that a report shows, in words: the workbook's "Read me" prints this list.
create view report_term (kind, position, code, words, meaning) as
values
    ('OUTCOME', 1, 'HELD', 'Held', 'The student and the employer met.'),
    ('OUTCOME', 2, 'STUDENT_NO_SHOW', 'Student did not come', 'The employer waited; the student did not come.'),
    ('OUTCOME', 3, 'EMPLOYER_NO_SHOW', 'Employer did not come', 'The student waited; nobody was there to talk to.'),
    ('OUTCOME', 4, 'CANCELLED', 'Cancelled', 'Called off by school, employer or student.'),
    ('OUTCOME', 5, 'NOT_HELD', 'Not held for another reason',
        'No employer, consent or approval, a student who was not ready, or a reason of the day.'),
    ('OUTCOME', 6, 'OPEN', 'Still open', 'Neither held nor ended.'),

    ('ENDING', 1, 'COMPLETED', 'Held', 'The interview took place, and what belongs to it is done.'),
    ('ENDING', 2, 'STU_ABSENT', 'Student did not come', 'The employer waited; the student did not come.'),
    ('ENDING', 3, 'STU_LATE', 'Student came too late', 'The student came, but too late for the interview.'),
    ('ENDING', 4, 'STU_WITHDREW', 'Student withdrew', 'The student changed his or her mind.'),
    ('ENDING', 5, 'STU_TRANSFER', 'Student changed schools', 'The student goes to another school now.'),
    ('ENDING', 6, 'STU_DISCHARGE', 'Student left school', 'The student graduated or left school.'),
    ('ENDING', 7, 'EMP_ABSENT', 'Employer did not come', 'The student waited; nobody was there to talk to.'),
    ('ENDING', 8, 'EMP_CANCEL', 'Employer called it off', 'The employer called the interview off.'),
    ('ENDING', 9, 'EMP_SILENT', 'Employer stopped answering',
        'The employer had agreed, and then did not answer any more.'),
    ('ENDING', 10, 'EMP_OPTOUT', 'Employer wants no more contact', 'The employer asked not to be contacted again.'),
    ('ENDING', 11, 'NO_EMPLOYER', 'No employer found', 'No employer was found for what the student wishes to learn.'),
    ('ENDING', 12, 'NO_CONSENT', 'No consent', 'Consent was refused or did not come in time.'),
    ('ENDING', 13, 'CONSENT_WITHDRAWN', 'Consent withdrawn',
        'The family, or the adult student, took the consent back.'),
    ('ENDING', 14, 'NO_APPROVAL', 'Not approved', 'The school did not approve the activity.'),
    ('ENDING', 15, 'NOT_PREPARED', 'Student not prepared', 'The preparation was not done in time.'),
    ('ENDING', 16, 'TRANSPORT', 'No way to get there', 'The bus or the escort fell through.'),
    ('ENDING', 17, 'WEATHER', 'Weather', 'Weather or a storm warning.'),
    ('ENDING', 18, 'BUILDING_CLOSED', 'Building closed', 'The school or the workplace was closed.'),
    ('ENDING', 19, 'TECH', 'Technical trouble', 'The telephone or the video link did not work; nobody''s fault.'),
    ('ENDING', 20, 'SAFETY', 'Safety', 'A worry about somebody''s safety.'),
    ('ENDING', 21, 'ILLNESS', 'Illness', 'Somebody was ill.'),
    ('ENDING', 22, 'CONFLICT_EXAM', 'Exam or other duty at school',
        'An exam or another duty at school came between.'),
    ('ENDING', 23, 'STAFF_ABSENT', 'No staff', 'Nobody of the school could be there.'),
    ('ENDING', 24, 'DUPLICATE', 'Entered twice', 'The same interview was entered twice.'),
    ('ENDING', 25, 'DATA_ERROR', 'Entered by mistake', 'The interview was entered by mistake.'),
    ('ENDING', 26, 'OTHER', 'Other reason', 'Another reason; the note says which.'),

    ('STATUS', 1, 'REQUESTED', 'Asked for', 'The interview is asked for; nobody has looked for an employer yet.'),
    ('STATUS', 2, 'MATCHING', 'Employer sought', 'The coordinator looks for an employer.'),
    ('STATUS', 3, 'INVITED', 'Employer asked', 'An employer is asked and has not agreed yet.'),
    ('STATUS', 4, 'SCHEDULED', 'Date agreed', 'Employer, date and place are agreed.'),
    ('STATUS', 5, 'PREPARING', 'Preparing', 'The student does research and writes questions.'),
    ('STATUS', 6, 'READY', 'Ready', 'Everything is there; the day has not come.'),
    ('STATUS', 7, 'HELD', 'Held', 'The interview took place; forms are awaited.'),
    ('STATUS', 8, 'REFLECTING', 'Reflecting', 'The interview took place; the student reflects.'),
    ('STATUS', 9, 'CLOSED', 'Closed', 'Nothing is left to do.'),
    ('STATUS', 10, 'CANCELLED', 'Cancelled', 'Called off by school, employer or student.'),
    ('STATUS', 11, 'NO_SHOW', 'Somebody did not come', 'The student or the employer did not come.'),
    ('STATUS', 12, 'WITHDRAWN', 'Withdrawn', 'The student or the family did not want it any more.'),
    ('STATUS', 13, 'ON_HOLD', 'On hold', 'The interview waits until something is cleared up.'),

    ('MODE', 1, 'IN_PERSON_WORKPLACE', 'At the workplace', 'The student visits the employer.'),
    ('MODE', 2, 'IN_PERSON_SCHOOL', 'At the school', 'The employer visits the school.'),
    ('MODE', 3, 'PHONE', 'By telephone', 'The student calls from a telephone of the school.'),
    ('MODE', 4, 'VIDEO', 'By video', 'The student talks on a screen of the school.'),
    ('MODE', 5, 'HYBRID', 'Class session by video', 'A class talks with one employer on a screen.'),
    ('MODE', 6, 'RECORDED_SIMULATION', 'Recorded interview', 'A class watches a recording and talks about it.'),

    ('SKILL', 1, 'COMM', 'Communication', 'Speaks clearly and politely and keeps the talk going.'),
    ('SKILL', 2, 'CRIT', 'Critical thinking', 'Asks why and how, and connects the answers.'),
    ('SKILL', 3, 'APPR', 'Workplace appearance', 'Dressed as the place expects.'),
    ('SKILL', 4, 'TIME', 'Timeliness', 'Came and ended on time; forms came in on time.'),
    ('SKILL', 5, 'PREP', 'Preparation and planning', 'Did research and brought questions of their own.'),
    ('SKILL', 6, 'INIT', 'Initiative', 'Led the talk and looked for what comes next.'),
    ('SKILL', 7, 'RESP', 'Respect and responsiveness', 'Attentive and courteous; takes advice.'),
    ('SKILL', 8, 'LIST', 'Listening', 'Takes notes and builds on the answers.'),

    ('SCORE', 1, '1', 'Not yet', 'The skill is not there yet.'),
    ('SCORE', 2, '2', 'Developing', 'The skill shows now and then, or with help.'),
    ('SCORE', 3, '3', 'Proficient', 'The skill is there, as a workplace expects it.'),
    ('SCORE', 4, '4', 'Exemplary', 'The skill is notably strong.'),
    ('SCORE', 5, '', 'Not observed',
        'The rater had no occasion to see the skill. The score is left empty and is part of no average.'),

    ('RATER', 1, 'EMPLOYER', 'Employer', 'Who talked with the student.'),
    ('RATER', 2, 'TEACHER', 'Teacher', 'Who prepared the student, and read and heard the reflection.'),
    ('RATER', 3, 'STUDENT', 'Student', 'The student about herself or himself.'),

    ('HOST_AGAIN', 1, 'YES', 'Yes', 'Would host a student again.'),
    ('HOST_AGAIN', 2, 'MAYBE', 'Maybe', 'Would perhaps host a student again.'),
    ('HOST_AGAIN', 3, 'NO', 'No', 'Would not host a student again.'),

    ('EMPLOYER', 1, 'ACTIVE', 'Active', 'May be asked.'),
    ('EMPLOYER', 2, 'PAUSED', 'Paused', 'Is not to be asked for now.'),
    ('EMPLOYER', 3, 'OPTED_OUT', 'Opted out', 'Does not want to hear from us.'),
    ('EMPLOYER', 4, 'DO_NOT_USE', 'Not to be used', 'Nobody is sent there while the school looks into it.');

-- ---------------------------------------------------------------- facts that stand

create view standing_reflection as
select distinct on (r.interview_id) r.*
from reflection r
where not exists (select from reflection later where later.corrects = r.id)
order by r.interview_id, r.id desc;

create view standing_employer_feedback as
select distinct on (f.interview_id) f.*
from employer_feedback f
where f.answered and not exists (select from employer_feedback later where later.corrects = f.id)
order by f.interview_id, f.id desc;

create view standing_rating as
select distinct on (r.interview_id, r.rater_role, r.skill) r.*
from rating r
where not exists (select from rating later where later.corrects = r.id)
order by r.interview_id, r.rater_role, r.skill, r.id desc;

-- What somebody wrote, without the students it may speak of. Parts of a name count from three letters on, so that
-- "de" stays a word. A student called Will costs a sentence its "will": rather that than a name in a report.
create or replace function without_names(words text, names text[]) returns text language sql immutable
return coalesce(
    regexp_replace(
        words,
        (select '(?<![[:alnum:]])(' || string_agg(regexp_replace(name, '([^[:alnum:]])', '\\\1', 'g'), '|'
                    order by length(name) desc, name) || ')(?![[:alnum:]])'
            from (select distinct name
                from (select btrim(whole) as name from unnest(names) as whole
                    union all
                    select part from unnest(names) as whole, regexp_split_to_table(whole, '[[:space:]-]+') as part
                    where length(part) > 2) as candidate
                where name <> '') as searched),
        '(student)', 'gi'),
    words);

-- ---------------------------------------------------------------- interviews

-- One row per student's interview: a class session counts once for each student. student_id is for counting people; no
-- sheet and no page shows it. held_with names the meeting: an employer who talked with a class hosted once.
create view report_interview as
select i.id,
    i.school,
    i.student_id,
    s.grade,
    s.program,
    m.id as held_with,
    m.career_field,
    e.sector,
    m.employer_id,
    e.name as employer,
    m.mode,
    i.requested_at,
    m.starts_at,
    coalesce(log.contact, i.contact_minutes) as contact_minutes,
    i.late_minutes,
    log.prep as prep_minutes,
    log.reflection as reflection_minutes,
    case when exists (select from interview_hold h where h.interview_id = m.id and h.ended_at is null) then 'ON_HOLD'
        else i.status end as status,
    i.ending,
    outcome.code as outcome,
    case when outcome.code = 'HELD' then extract(epoch from m.starts_at - i.requested_at) / 86400 end
        as days_to_interview,
    without_names(coalesce(step.words, r.wish), array[s.given_name, s.family_name]) as next_step,
    r.id is not null as reflected,
    exists (select from thank_you t
        where t.interview_id = i.id and t.kind <> 'IMPACT' and t.approved_by is not null) as thanked,
    spoken.spoken_on,
    r.interest_before,
    r.interest_after
from interview i
    join interview m on m.id = coalesce(i.session, i.id)
    join student s on s.id = i.student_id
    cross join lateral (select case
            when i.ending = 'COMPLETED' then 'HELD'
            when i.ending is null and i.status in ('HELD', 'REFLECTING') then 'HELD'
            when i.ending is null then 'OPEN'
            when i.ending in ('STU_ABSENT', 'STU_LATE') then 'STUDENT_NO_SHOW'
            when i.ending in ('EMP_ABSENT') then 'EMPLOYER_NO_SHOW'
            when i.ending in ('STU_WITHDREW', 'STU_TRANSFER', 'STU_DISCHARGE', 'EMP_CANCEL', 'EMP_SILENT', 'EMP_OPTOUT',
                'CONSENT_WITHDRAWN', 'CONFLICT_EXAM', 'STAFF_ABSENT', 'DUPLICATE',
                'DATA_ERROR', 'OTHER') then 'CANCELLED'
            else 'NOT_HELD' end as code) as outcome
    left join employer e on e.id = m.employer_id
    left join standing_reflection r on r.interview_id = i.id
    left join lateral (select * from minutes_log where interview_id = i.id order by id desc limit 1) log on true
    left join lateral (select words from next_step where interview_id = i.id order by id desc limit 1) step on true
    left join lateral (select spoken_on from spoken_reflection where interview_id = i.id order by id desc limit 1)
        spoken on true;

-- ---------------------------------------------------------------- skills

-- One row per interview, rater and skill; no score means not observed.
create view report_skill as
select r.interview_id as id, i.school, i.requested_at, r.skill, t.words as skill_name, t.position as skill_position,
    r.rater_role, r.score, r.score is not null as observed, r.at as rated_at
from standing_rating r
    join interview i on i.id = r.interview_id
    join report_term t on t.kind = 'SKILL' and t.code = r.skill;

-- ---------------------------------------------------------------- students

-- What a student's record and Employability Skills Profile show; both are about one student, so every fact is looked up
-- by interview and none is read as a whole.

-- A name or a number as it is searched for: without capitals and accents.
create or replace function searchable(words text) returns text language sql immutable
return translate(regexp_replace(normalize(lower(words), nfd), '[\u0300-\u036f]', '', 'g'), 'łøđðıßæœ', 'loddisao');

-- One row per interview of a student, with its minutes, what was counted of them, and what was agreed to come next.
create view student_interview as
select i.id,
    i.student_id,
    i.requested_at,
    i.starts_at,
    i.mode,
    mode.words as mode_words,
    i.career_field,
    i.employer,
    i.sector,
    i.outcome,
    -- Why an interview was not held may be nobody's business: so much and no more.
    case i.outcome when 'OPEN' then status.words when 'NOT_HELD' then 'Not held' else outcome.words end as status_words,
    i.contact_minutes,
    log.prep as logged_prep,
    log.contact as logged_contact,
    log.reflection as logged_reflection,
    coalesce(hours.logged, log.prep + log.contact + log.reflection) as logged,
    hours.eligible,
    hours.counted,
    step.step as next_step,
    step.words as next_step_words,
    step.by_when as next_step_by,
    step.agreed_by is not null as next_step_agreed,
    nullif(btrim(feedback.strength), '') as employer_strength
from report_interview i
    left join report_term mode on mode.kind = 'MODE' and mode.code = i.mode
    left join report_term status on status.kind = 'STATUS' and status.code = i.status
    left join report_term outcome on outcome.kind = 'OUTCOME' and outcome.code = i.outcome
    left join lateral (select * from minutes_log where interview_id = i.id order by id desc limit 1) log on true
    left join lateral (select * from hours_count where interview_id = i.id order by id desc limit 1) hours on true
    left join lateral (select * from next_step where interview_id = i.id order by id desc limit 1) step on true
    left join lateral (select * from standing_employer_feedback where interview_id = i.id limit 1) feedback on true;

-- One row per student, skill and role of the rater: what stands of all interviews, in the order in which they took place.
-- "Not observed" is no score. The change is from the first score to the latest, where there are two.
create view student_skill as
select i.student_id,
    r.skill,
    r.rater_role,
    count(r.score) as rated,
    count(*) - count(r.score) as not_observed,
    (array_agg(r.score order by i.starts_at desc nulls last, r.id desc) filter (where r.score is not null))[1] as latest,
    case when count(r.score) > 1 then
        (array_agg(r.score order by i.starts_at desc nulls last, r.id desc) filter (where r.score is not null))[1]
        - (array_agg(r.score order by i.starts_at nulls first, r.id) filter (where r.score is not null))[1] end as change
from interview i
    cross join lateral (select * from standing_rating where interview_id = i.id offset 0) r
group by i.student_id, r.skill, r.rater_role;
-- ---------------------------------------------------------------- raters

-- Employers' contacts and teachers who three times in a row, with all eight skills observed, gave nothing but ones, or
-- nothing but fours. rater: the number of a contact, or the user id of a teacher. How students see themselves is theirs.
create view flagged_rater as
select school, rater_role, rater, min(lowest) as score, max(rated_at) as rated_at
from (
    select i.school, r.rater_role, of_interview.rater, min(r.score) as lowest, max(r.score) as highest,
        max(r.at) as rated_at,
        row_number() over (partition by i.school, r.rater_role, of_interview.rater order by max(r.at) desc, i.id desc) as latest
    from standing_rating r
        join interview i on i.id = r.interview_id
        cross join lateral (select case r.rater_role when 'EMPLOYER' then i.contact_id::text else i.teacher end as rater)
            of_interview
    where r.rater_role <> 'STUDENT'
    group by i.id, r.rater_role, of_interview.rater
    having count(r.score) = 8) as rated
where latest <= 3
group by school, rater_role, rater
having count(*) = 3 and min(lowest) = max(highest) and min(lowest) in (1, 4);

-- ---------------------------------------------------------------- employers

create view report_employer as
select e.id,
    e.name,
    e.school,
    e.sector,
    -- Why an employer is not asked is nobody's but the safeguarding staff's.
    case e.status when 'DO_NOT_USE' then 'PAUSED' else e.status end as status,
    coalesce(asks.interviews, 0) as asked,
    coalesce(held.interviews, 0) as hosted,
    feedback.experience,
    feedback.host_again,
    held.last_interview_at,
    check_in.at as last_check_in_at,
    without_names(check_in.need, asks.names) as open_need
from employer e
    left join (
        -- An employer who declined is no longer the interview's employer, but got a form about it.
        select ask.employer_id, count(distinct ask.interview_id) as interviews,
            array_agg(s.given_name) || array_agg(s.family_name) as names
        from (select employer_id, id as interview_id from interview where employer_id is not null
                union
                select employer_id, interview_id from form_link
                where role = 'employers' and employer_id is not null and interview_id is not null) as ask
            join interview i on ask.interview_id in (i.id, i.session)
            left join student s on s.id = i.student_id
        group by ask.employer_id) as asks on asks.employer_id = e.id
    left join (
        select employer_id, count(distinct held_with) as interviews, max(starts_at) as last_interview_at
        from report_interview where outcome = 'HELD'
        group by employer_id) as held on held.employer_id = e.id
    left join (
        select i.employer_id, avg(f.experience) as experience, (array_agg(f.host_again order by f.id desc))[1] as host_again
        from standing_employer_feedback f join interview i on i.id = f.interview_id
        group by i.employer_id) as feedback on feedback.employer_id = e.id
    left join (
        select distinct on (employer_id) employer_id, at, nullif(btrim(need), '') as need
        from check_in where answered
        order by employer_id, id desc) as check_in on check_in.employer_id = e.id;

-- Every interview that an employer hosted, with what the employer allows to quote.
create view hosted_interview as
select i.id, i.school, i.student_id, i.employer_id, own.contact_id, i.starts_at,
    without_names(f.quote, array[s.given_name, s.family_name]) as quote
from report_interview i
    join interview own on own.id = i.id
    join student s on s.id = i.student_id
    left join standing_employer_feedback f on f.interview_id = i.id
where i.outcome = 'HELD' and i.employer_id is not null;

-- ---------------------------------------------------------------- summary

-- One row per chosen school, and one without a school for all of them together: a median cannot be added up.
create or replace function report_figures(schools text[]) returns table (
    school text, name text, requested bigint, held bigint, student_no_show bigint, employer_no_show bigint,
    cancelled bigint, not_held bigint, still_open bigint, completion numeric, students bigint, employers bigint,
    rated_by_employers numeric, rated_by_teachers numeric, rated_by_students numeric, median_days double precision)
language sql stable
begin atomic
    with chosen as (select s.code, s.name from school s where s.code = any (schools)),
    interviews as (
        select c.code,
            count(i.id) as requested,
            count(*) filter (where i.outcome = 'HELD') as held,
            count(*) filter (where i.outcome = 'STUDENT_NO_SHOW') as student_no_show,
            count(*) filter (where i.outcome = 'EMPLOYER_NO_SHOW') as employer_no_show,
            count(*) filter (where i.outcome = 'CANCELLED') as cancelled,
            count(*) filter (where i.outcome = 'NOT_HELD') as not_held,
            count(*) filter (where i.outcome = 'OPEN') as still_open,
            count(distinct i.student_id) filter (where i.outcome = 'HELD') as students,
            count(distinct i.employer_id) filter (where i.outcome = 'HELD') as employers,
            percentile_cont(0.5) within group (order by i.days_to_interview) as median_days
        from chosen c left join report_interview i on i.school = c.code
        group by grouping sets ((c.code), ())),
    ratings as (
        select c.code,
            avg(r.score) filter (where r.rater_role = 'EMPLOYER') as by_employers,
            avg(r.score) filter (where r.rater_role = 'TEACHER') as by_teachers,
            avg(r.score) filter (where r.rater_role = 'STUDENT') as by_students
        from chosen c left join report_skill r on r.school = c.code
        group by grouping sets ((c.code), ()))
    select i.code, c.name, i.requested, i.held, i.student_no_show, i.employer_no_show, i.cancelled, i.not_held,
        i.still_open, round(i.held::numeric / nullif(i.requested - i.still_open, 0), 4), i.students, i.employers,
        r.by_employers, r.by_teachers, r.by_students, i.median_days
    from interviews i
        join ratings r on r.code is not distinct from i.code
        left join chosen c on c.code = i.code
    order by c.name nulls last, i.code;
end;

create view report_summary as
select figures.* from report_figures(array(select code from school)) as figures where figures.school is not null;

-- What is missing in the rows that the figures rest on.
create view report_gap as
select i.school, gap.position, gap.words, count(*) filter (where gap.missing) as interviews
from report_interview i
    cross join lateral (values
        (1, 'Held, but the minutes of the talk are not recorded', i.contact_minutes is null),
        (2, 'Held, but the student has not reflected yet', not i.reflected),
        (3, 'Held, but the employer has rated no skill',
            i.mode not in ('HYBRID', 'RECORDED_SIMULATION') and not exists (select from rating r where r.interview_id = i.id and r.rater_role = 'EMPLOYER')),
        (4, 'Held, but the teacher has rated no skill',
            i.mode <> 'RECORDED_SIMULATION' and not exists (select from rating r where r.interview_id = i.id and r.rater_role = 'TEACHER')),
        (5, 'Held, but the employer has not said how it went',
            i.mode <> 'RECORDED_SIMULATION'
                and not exists (select from employer_feedback f where f.interview_id = i.held_with and f.answered))) as gap (position, words, missing)
where i.outcome = 'HELD'
group by i.school, gap.position, gap.words;

-- A workbook is compressed already; stored plainly it can be read in pieces.
alter table report alter column workbook set storage external;

-- ---------------------------------------------------------------- process mirror

-- How cases fare at the steps of a process, over all its versions: by its key and the ids of its steps, from the engine's
-- tables. The engine keeps the district's wall clock. Schools null: every school, and the cases of the district itself.
-- The bodies are texts, so that nothing of ours holds on to a column when an engine's release changes its tables.
drop function if exists mirror_process;
drop function if exists mirror_version;
drop function if exists mirror_step;
drop function if exists mirror_slowest;

-- What the figures rest on: the cases that run, the oldest that is known, and for how many days ended ones are kept.
create function mirror_process(of_process text, of_schools text[]) returns table (
    running bigint, oldest timestamp, days_kept int)
language sql stable as $$
    select count(*) filter (where i.end_time_ is null), min(i.start_time_),
        (select d.history_ttl_ from public.act_re_procdef d where d.key_ = of_process order by d.version_ desc limit 1)
    from public.act_hi_procinst i
    where i.proc_def_key_ = of_process and (of_schools is null or i.tenant_id_ = any (of_schools))
$$;

-- The versions that running cases follow.
create function mirror_version(of_process text, of_schools text[]) returns table (
    version int, deployed_at timestamp, running bigint)
language sql stable as $$
    select d.version_, deployment.deploy_time_, count(*)
    from public.act_ru_execution e
        join public.act_re_procdef d on d.id_ = e.proc_def_id_
        join public.act_re_deployment deployment on deployment.id_ = d.deployment_id_
    where d.key_ = of_process and e.parent_id_ is null and (of_schools is null or e.tenant_id_ = any (of_schools))
    group by d.version_, deployment.deploy_time_
    order by d.version_ desc
$$;

-- One row per step where cases are now, or were in the period. Running: cases there at this moment, also those whose job
-- waits or has failed. Waits, in milliseconds: from reaching the step to leaving it, done or called off, if that was in the
-- period. Due: tasks that fell due in the period, but for those called off before; overdue: those of them that
-- were done later, or are still open.
create function mirror_step(of_process text, of_schools text[], since timestamp, until timestamp, at timestamp)
returns table (
    step text, name text, running bigint, waits bigint, median_wait bigint, p90_wait bigint, due bigint, overdue bigint,
    overdue_share numeric)
language sql stable as $$
    with running as (
        -- All of a multi-instance step wait as one before it begins.
        select split_part(e.act_id_, '#multiInstanceBody', 1) as step, count(distinct e.proc_inst_id_) as cases
        from public.act_ru_execution e
            join public.act_re_procdef d on d.id_ = e.proc_def_id_
        where d.key_ = of_process and e.is_active_ and e.act_id_ is not null
            and (of_schools is null or e.tenant_id_ = any (of_schools))
        group by step),
    waited as (
        select a.act_id_ as step, max(a.act_name_) as name, count(*) as waits,
            percentile_cont(array[0.5, 0.9]) within group (order by a.duration_) as percentiles
        from public.act_hi_actinst a
        where a.proc_def_key_ = of_process and a.end_time_ >= since and a.end_time_ < until
            and (of_schools is null or a.tenant_id_ = any (of_schools))
            and a.act_type_ in ('task', 'userTask', 'manualTask', 'serviceTask', 'sendTask', 'scriptTask',
                'businessRuleTask', 'receiveTask', 'callActivity', 'eventBasedGateway', 'intermediateTimer',
                'intermediateMessageCatch', 'intermediateSignalCatch', 'intermediateConditional',
                'intermediateCatchEvent')
        group by a.act_id_),
    fell_due as (
        select t.task_def_key_ as step, count(*) as tasks,
            count(*) filter (where t.due_date_ < coalesce(t.end_time_, at)) as overdue
        from public.act_hi_taskinst t
        where t.proc_def_key_ = of_process and t.due_date_ >= since and t.due_date_ < least(until, at)
            and (of_schools is null or t.tenant_id_ = any (of_schools))
            and (t.delete_reason_ = 'completed' or t.due_date_ < coalesce(t.end_time_, at))
        group by t.task_def_key_)
    select step, w.name, coalesce(r.cases, 0), coalesce(w.waits, 0), round(w.percentiles[1])::bigint,
        round(w.percentiles[2])::bigint, coalesce(d.tasks, 0), coalesce(d.overdue, 0),
        round(d.overdue::numeric / d.tasks, 2)
    from running r full join waited w using (step) full join fell_due d using (step)
$$;

-- The five cases that waited longest at a step: of those that left it in the period and those that are there now, each
-- with its longest wait, in milliseconds. A called process has the number of its case, or that of the case which called it.
create function mirror_slowest(
    of_process text, of_step text, of_schools text[], since timestamp, until timestamp, at timestamp)
returns table (case_number text, school text, begun timestamp, ended timestamp, waited bigint)
language sql stable as $$
    with passage as (
        select a.proc_inst_id_, a.tenant_id_, a.start_time_ as begun, a.end_time_ as ended, a.duration_ as waited
        from public.act_hi_actinst a
        where a.proc_def_key_ = of_process and a.act_id_ = of_step and a.end_time_ >= since and a.end_time_ < until
            and (of_schools is null or a.tenant_id_ = any (of_schools))
        union all
        select e.proc_inst_id_, e.tenant_id_, there.since, null, (extract(epoch from at - there.since) * 1000)::bigint
        from public.act_ru_execution e
            join public.act_re_procdef d on d.id_ = e.proc_def_id_
            left join public.act_hi_actinst a on a.id_ = e.act_inst_id_ and a.act_id_ = e.act_id_
            left join public.act_ru_job j on j.execution_id_ = e.id_ and j.handler_type_ = 'async-continuation'
            cross join lateral (select coalesce(a.start_time_, j.create_time_) as since) there
        where d.key_ = of_process and e.is_active_ and split_part(e.act_id_, '#multiInstanceBody', 1) = of_step
            and (of_schools is null or e.tenant_id_ = any (of_schools))),
    longest as (
        -- No case is a hundred times among the five hundred longest waits: sorting them all by case would take much longer.
        select distinct on (proc_inst_id_) *
        from (select * from passage where waited is not null order by waited desc limit 500) as longest
        order by proc_inst_id_, waited desc)
    select coalesce(i.business_key_, root.business_key_), coalesce(s.name, 'the district'), l.begun, l.ended, l.waited
    from (select * from longest order by waited desc limit 5) l
        join public.act_hi_procinst i on i.id_ = l.proc_inst_id_
        left join public.act_hi_procinst root on root.id_ = i.root_proc_inst_id_
        left join interviews.school s on s.code = l.tenant_id_
    order by l.waited desc
$$;
