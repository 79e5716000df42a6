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

    ('EMPLOYER', 1, 'ACTIVE', 'May be asked', 'Gets requests for interviews.'),
    ('EMPLOYER', 2, 'PAUSED', 'Paused', 'Is not to be asked for now.'),
    ('EMPLOYER', 3, 'OPTED_OUT', 'Opted out', 'Does not want to hear from us.'),
    ('EMPLOYER', 4, 'DO_NOT_USE', 'Not to be used', 'Nobody is sent there while the school looks into it.'),

    ('STAGE', 1, 'REQUESTED', 'Asked for', 'Every interview that was asked for.'),
    ('STAGE', 2, 'BOOKED', 'Date agreed', 'Employer, day and place were agreed, or it came further.'),
    ('STAGE', 3, 'PREPARED', 'Prepared', 'The student said to be ready, or it came further.'),
    ('STAGE', 4, 'HELD', 'Held', 'The student and the employer met.'),
    ('STAGE', 5, 'REFLECTED', 'Reflected', 'It was held, and the student has written what came of it.'),

    ('DIVISION', 1, 'GENDER', 'Gender', 'As the school''s records have it.'),
    ('DIVISION', 2, 'RACE', 'Race and ethnicity', 'The seven federal groups.'),
    ('DIVISION', 3, 'POPULATION', 'Special populations', 'As Perkins V names them; a student can be in several.'),

    ('SUBGROUP', 1, 'FEMALE', 'Girls', 'By the school''s records.'),
    ('SUBGROUP', 2, 'MALE', 'Boys', 'By the school''s records.'),
    ('SUBGROUP', 3, 'NON_BINARY', 'Non-binary students', 'By the school''s records.'),
    ('SUBGROUP', 4, 'ASIAN', 'Asian', 'By the school''s records.'),
    ('SUBGROUP', 5, 'BLACK', 'Black', 'By the school''s records.'),
    ('SUBGROUP', 6, 'HISPANIC', 'Hispanic', 'By the school''s records.'),
    ('SUBGROUP', 7, 'NATIVE_AMERICAN', 'Native American', 'By the school''s records.'),
    ('SUBGROUP', 8, 'PACIFIC_ISLANDER', 'Pacific Islander', 'By the school''s records.'),
    ('SUBGROUP', 9, 'WHITE', 'White', 'By the school''s records.'),
    ('SUBGROUP', 10, 'TWO_OR_MORE', 'Two or more', 'By the school''s records.'),
    ('SUBGROUP', 11, 'DISABILITY', 'With a disability (IEP)', 'A special population of Perkins V.'),
    ('SUBGROUP', 12, 'SECTION_504', 'With a Section 504 plan', 'A special population of Perkins V.'),
    ('SUBGROUP', 13, 'ENGLISH_LEARNER', 'English learners', 'A special population of Perkins V.'),
    ('SUBGROUP', 14, 'ECONOMICALLY_DISADVANTAGED', 'Economically disadvantaged', 'A special population of Perkins V.'),
    ('SUBGROUP', 15, 'TEMPORARY_HOUSING', 'In temporary housing', 'A special population of Perkins V.'),
    ('SUBGROUP', 16, 'FOSTER_CARE', 'In foster care', 'A special population of Perkins V.'),
    ('SUBGROUP', 17, 'MILITARY_FAMILY', 'Parent in active military', 'A special population of Perkins V.'),
    ('SUBGROUP', 18, 'SINGLE_PARENT', 'Single parents', 'A special population of Perkins V.'),
    ('SUBGROUP', 19, 'NON_TRADITIONAL', 'Non-traditional for their gender',
        'A special population of Perkins V.'),
    ('SUBGROUP', 20, 'UNKNOWN', 'Not recorded', 'The records do not say.'),

    ('STEP', 1, 'BOOK', 'From the request to the booking', 'Finding and asking an employer.'),
    ('STEP', 2, 'CONSENT', 'From the booking to the family''s consent', 'The first consent that was given.'),
    ('STEP', 3, 'APPROVE', 'From the booking to the school''s approval', 'The first approval.'),
    ('STEP', 4, 'PREPARE', 'From the booking until the student is ready', 'Research, questions, practice.'),
    ('STEP', 5, 'MEET', 'From the booking to the interview', 'Interviews held.'),
    ('STEP', 6, 'RATE', 'From the interview to the employer''s answer', 'The form after the interview.'),
    ('STEP', 7, 'REFLECT', 'From the interview to the student''s reflection', 'The written reflection.'),
    ('STEP', 8, 'CLOSE', 'From the interview to the closed case', 'The case is closed.');

-- What a subgroup divides the students by.
create view subgroup_division (subgroup, division) as
select code, case when position <= 3 then 'GENDER' when position <= 10 then 'RACE' else 'POPULATION' end
from report_term where kind = 'SUBGROUP' and code <> 'UNKNOWN';


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
create or replace function without_names(words text, names text[]) returns text language sql immutable parallel safe
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

-- What an interview came to: a code of kind OUTCOME. A case that is held and not yet closed is held.
create or replace function outcome_of(status text, ending text) returns text language sql immutable parallel safe
return case
    when ending = 'COMPLETED' then 'HELD'
    when ending is null and status in ('HELD', 'REFLECTING') then 'HELD'
    when ending is null then 'OPEN'
    when ending in ('STU_ABSENT', 'STU_LATE') then 'STUDENT_NO_SHOW'
    when ending in ('EMP_ABSENT') then 'EMPLOYER_NO_SHOW'
    when ending in ('STU_WITHDREW', 'STU_TRANSFER', 'STU_DISCHARGE', 'EMP_CANCEL', 'EMP_SILENT', 'EMP_OPTOUT',
        'CONSENT_WITHDRAWN', 'CONFLICT_EXAM', 'STAFF_ABSENT', 'DUPLICATE', 'DATA_ERROR', 'OTHER') then 'CANCELLED'
    else 'NOT_HELD' end;

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
    cross join lateral (select outcome_of(i.status, i.ending) as code) as outcome
    left join employer e on e.id = m.employer_id
    left join standing_reflection r on r.interview_id = i.id
    left join lateral (select * from minutes_log where interview_id = i.id order by id desc limit 1) log on true
    left join lateral (select words from next_step where interview_id = i.id order by id desc limit 1) step on true
    left join lateral (select spoken_on from spoken_reflection where interview_id = i.id order by id desc limit 1)
        spoken on true;

-- ---------------------------------------------------------------- students

-- What a student's record and Employability Skills Profile show; both are about one student, so every fact is looked up
-- by interview and none is read as a whole.

-- A name or a number as it is searched for: without capitals and accents.
create or replace function searchable(words text) returns text language sql immutable parallel safe
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

-- ---------------------------------------------------------------- what reports count

-- What the table "report_case" holds of an interview, as other tables say it now. An interview belongs to the day on which
-- it takes place, and while there is none to that on which it was asked for. The first answer of each kind says when a step
-- was done: a later correction makes nobody late.
create view report_case_now as
select coalesce(m.starts_at, i.requested_at) as belongs_at, i.requested_at, i.student_id, s.grade,
    case when outcome.code = 'HELD' and reflection.at is not null then 5
        when outcome.code = 'HELD' then 4
        when i.student_ready_at is not null then 3
        when m.booked_at is not null then 2
        else 1 end as stage,
    exists (select from next_step n where n.interview_id = i.id and n.step <> 'NONE_YET') as has_next_step,
    m.employer_id, m.starts_at, m.booked_at, consent.at as consented_at, approval.at as approved_at,
    i.student_ready_at as prepared_at, feedback.at as rated_at, reflection.at as reflected_at, i.closed_at,
    hours.logged, hours.eligible, hours.counted, standing.interest_before, standing.interest_after,
    scores.employer as employer_score, scores.teacher as teacher_score, scores.student as student_score,
    i.school, m.mode, outcome.code as outcome, i.id, s.program, m.career_field, e.sector, m.id as held_with, i.ending
from interview i
    join interview m on m.id = coalesce(i.session, i.id)
    join student s on s.id = i.student_id
    left join employer e on e.id = m.employer_id
    cross join lateral (select outcome_of(i.status, i.ending) as code) as outcome
    left join lateral (select min(at) as at from consent where interview_id = i.id and participate) consent on true
    left join lateral (select min(at) as at from approval where interview_id in (i.id, m.id) and approved) approval on true
    left join lateral (select min(at) as at from employer_feedback where interview_id = m.id and answered) feedback on true
    left join lateral (select min(at) as at from reflection where interview_id = i.id) reflection on true
    left join lateral (select * from standing_reflection where interview_id = i.id offset 0) standing on true
    left join lateral (select * from hours_count where interview_id = i.id order by id desc limit 1) hours on true
    left join lateral (
        select avg(score) filter (where rater_role = 'EMPLOYER') as employer,
            avg(score) filter (where rater_role = 'TEACHER') as teacher,
            avg(score) filter (where rater_role = 'STUDENT') as student
        from standing_rating where interview_id = i.id) scores on true;

-- What a report is about. at: when it is written; since, until: the first moment of the period, and the first one after it;
-- full_minutes: so many counted minutes make a concentrator's hours complete. What is null does not matter.
drop type if exists report_filter cascade;
create type report_filter as (
    schools text[], at timestamptz, zone text, since timestamptz, until timestamptz, grade int, program text,
    career_field text, mode text, subgroup text, full_minutes int);

create function chosen_case(f report_filter) returns setof report_case language sql stable parallel safe
begin atomic
    select c.* from report_case c
    where c.school = any ((f).schools)
        and ((f).since is null or c.belongs_at >= (f).since)
        and ((f).until is null or c.belongs_at < (f).until)
        and ((f).grade is null or c.grade = (f).grade)
        and ((f).program is null or c.program = (f).program)
        and ((f).career_field is null or c.career_field = (f).career_field)
        and ((f).mode is null or c.mode = (f).mode)
        and ((f).subgroup is null or exists (
            select from student_subgroup g where g.student_id = c.student_id and g.subgroup = (f).subgroup));
end;

-- Everybody who could have an interview.
create function chosen_student(f report_filter) returns setof student language sql stable parallel safe
begin atomic
    select s.* from student s
    where s.school = any ((f).schools)
        and ((f).grade is null or s.grade = (f).grade)
        and ((f).program is null or s.program = (f).program)
        and ((f).subgroup is null or exists (
            select from student_subgroup g where g.student_id = s.id and g.subgroup = (f).subgroup));
end;

-- One row per student who has an interview of this period, field and mode: how far the furthest came, and how many were held.
create function chosen_encounters(f report_filter) returns table (student_id bigint, stage int, held bigint, counted bigint)
language sql stable parallel safe
begin atomic
    select c.student_id, max(c.stage), count(*) filter (where c.stage >= 4), sum(c.counted)
    from chosen_case(row((f).schools, (f).at, (f).zone, (f).since, (f).until, null, null, (f).career_field, (f).mode, null,
        (f).full_minutes)::report_filter) c
    group by c.student_id;
end;

-- ---------------------------------------------------------------- figures

-- From one moment to a later one; nothing where one of them is not known, or the order is another one.
create or replace function days_between(since timestamptz, until timestamptz) returns double precision
language sql immutable parallel safe
return case when until >= since then date_part('epoch', until - since) / 86400 end;

-- One row per chosen school, and one without a school for all of them together: a median cannot be added up. A rating
-- counts with the mean of its interview, so that an interview with eight ratings weighs no more than one with two.
create function report_school(f report_filter) returns table (
    school text, name text, requested bigint, booked bigint, prepared bigint, held bigint, reflected bigint,
    student_no_show bigint, employer_no_show bigint, cancelled bigint, not_held bigint, still_open bigint, completion numeric,
    live bigint, simulated bigint, employers bigint, median_days double precision, hours numeric, employer_score numeric,
    teacher_score numeric, student_score numeric)
language sql stable parallel safe
begin atomic
    with chosen as (select s.code, s.name from school s where s.code = any ((f).schools)),
    counted as (
        select s.code,
            count(c.id) as requested,
            count(*) filter (where c.stage >= 2) as booked,
            count(*) filter (where c.stage >= 3) as prepared,
            count(*) filter (where c.stage >= 4) as held,
            count(*) filter (where c.stage >= 5) as reflected,
            count(*) filter (where c.outcome = 'STUDENT_NO_SHOW') as student_no_show,
            count(*) filter (where c.outcome = 'EMPLOYER_NO_SHOW') as employer_no_show,
            count(*) filter (where c.outcome = 'CANCELLED') as cancelled,
            count(*) filter (where c.outcome = 'NOT_HELD') as not_held,
            count(*) filter (where c.outcome = 'OPEN') as still_open,
            count(*) filter (where c.stage >= 4 and c.mode <> 'RECORDED_SIMULATION') as live,
            count(*) filter (where c.stage >= 4 and c.mode = 'RECORDED_SIMULATION') as simulated,
            count(distinct c.employer_id) filter (where c.stage >= 4) as employers,
            percentile_cont(0.5) within group (
                order by case when c.stage >= 4 then days_between(c.requested_at, c.starts_at) end) as median_days,
            round(sum(c.counted) / 60.0, 2) as hours,
            avg(c.employer_score) as employer_score,
            avg(c.teacher_score) as teacher_score,
            avg(c.student_score) as student_score
        from chosen s left join chosen_case(f) c on c.school = s.code
        group by grouping sets ((s.code), ()))
    select n.code, coalesce(s.name, 'All schools'), n.requested, n.booked, n.prepared, n.held, n.reflected, n.student_no_show, n.employer_no_show,
        n.cancelled, n.not_held, n.still_open, round(n.held::numeric / nullif(n.requested - n.still_open, 0), 4), n.live,
        n.simulated, n.employers, n.median_days, n.hours, n.employer_score, n.teacher_score, n.student_score
    from counted n left join chosen s on s.code = n.code
    order by s.name nulls last, n.code;
end;

-- Who is reached and who is not: students, a row per school and one for all. Prepared, interviewed and reflected count
-- students with at least one such interview; the last four columns add up to the eligible.
create function report_reach(f report_filter) returns table (
    school text, name text, eligible bigint, asked bigint, prepared bigint, interviewed bigint, reflected bigint, reach numeric,
    zero bigint, one bigint, two bigint, more bigint)
language sql stable parallel safe
begin atomic
    select n.school, coalesce(s.name, 'All schools'), n.eligible, n.asked, n.prepared, n.interviewed, n.reflected,
        round(n.interviewed::numeric / nullif(n.eligible, 0), 4), n.eligible - n.one - n.two - n.more, n.one, n.two, n.more
    from (
        select st.school,
            count(*) as eligible,
            count(e.stage) as asked,
            count(*) filter (where e.stage >= 3) as prepared,
            count(*) filter (where e.held > 0) as interviewed,
            count(*) filter (where e.stage >= 5) as reflected,
            count(*) filter (where e.held = 1) as one,
            count(*) filter (where e.held = 2) as two,
            count(*) filter (where e.held > 2) as more
        from chosen_student(f) st left join chosen_encounters(f) e on e.student_id = st.id
        group by grouping sets ((st.school), ())) n
        left join school s on s.code = n.school
    order by s.name nulls last, n.school;
end;

-- The students of each school and subgroup. Those of a division without an entry are UNKNOWN, so that its groups add up to
-- all students; of special populations, who is in none of them has no row.
create function chosen_subgroups(f report_filter) returns table (
    school text, division text, subgroup text, enrolled bigint, interviewed bigint, reflected bigint)
language sql stable parallel safe
begin atomic
    with students as materialized (
        select st.id, st.school, coalesce(e.held, 0) > 0 as interviewed, coalesce(e.stage, 0) >= 5 as reflected
        from chosen_student(f) st left join chosen_encounters(f) e on e.student_id = st.id),
    groups as materialized (
        select n.school, d.division, n.subgroup, n.enrolled, n.interviewed, n.reflected
        from (
            select st.school, g.subgroup, count(*) as enrolled, count(*) filter (where st.interviewed) as interviewed,
                count(*) filter (where st.reflected) as reflected
            from students st join student_subgroup g on g.student_id = st.id
            group by st.school, g.subgroup) n
            join subgroup_division d on d.subgroup = n.subgroup)
    select g.school, g.division, g.subgroup, g.enrolled, g.interviewed, g.reflected from groups g
    union all
    select a.school, d.division, 'UNKNOWN', a.enrolled - coalesce(k.enrolled, 0), a.interviewed - coalesce(k.interviewed, 0),
        a.reflected - coalesce(k.reflected, 0)
    from (
        select st.school, count(*) as enrolled, count(*) filter (where st.interviewed) as interviewed,
            count(*) filter (where st.reflected) as reflected
        from students st group by st.school) a
        cross join (values ('GENDER'), ('RACE')) as d (division)
        left join (
            select g.school, g.division, sum(g.enrolled)::bigint as enrolled, sum(g.interviewed)::bigint as interviewed,
                sum(g.reflected)::bigint as reflected
            from groups g group by g.school, g.division) k on k.school = a.school and k.division = d.division
    where a.enrolled > coalesce(k.enrolled, 0);
end;

-- One row per school and subgroup, and one for all schools together.
create function report_subgroup(f report_filter) returns table (
    school text, name text, division text, subgroup text, enrolled bigint, interviewed bigint, reflected bigint, reach numeric)
language sql stable parallel safe
begin atomic
    select n.school, coalesce(s.name, 'All schools'), n.division, n.subgroup, n.enrolled, n.interviewed, n.reflected,
        round(n.interviewed::numeric / nullif(n.enrolled, 0), 4)
    from (
        select p.school, p.division, p.subgroup, sum(p.enrolled)::bigint as enrolled,
            sum(p.interviewed)::bigint as interviewed, sum(p.reflected)::bigint as reflected
        from chosen_subgroups(f) p
        group by grouping sets ((p.school, p.division, p.subgroup), (p.division, p.subgroup))) n
        left join school s on s.code = n.school
        left join report_term t on t.kind = 'SUBGROUP' and t.code = n.subgroup
        left join report_term d on d.kind = 'DIVISION' and d.code = n.division
    order by s.name nulls last, n.school, d.position, t.position nulls last;
end;

-- One row per school and program: what happened, and how many of those who concentrate on it were reached (Perkins V, 5S3).
create function report_program(f report_filter) returns table (
    school text, program text, cip_code text, requested bigint, held bigint, completion numeric, students bigint,
    enrolled bigint, concentrators bigint, concentrators_reached bigint, concentrators_full bigint)
language sql stable parallel safe
begin atomic
    with cases as (
        select c.school, c.program, count(*) as requested, count(*) filter (where c.stage >= 4) as held,
            count(*) filter (where c.outcome = 'OPEN') as still_open,
            count(distinct c.student_id) filter (where c.stage >= 4) as students
        from chosen_case(f) c group by c.school, c.program),
    ever as (
        select c.student_id, sum(c.counted) as counted from report_case c
        where c.school = any ((f).schools) group by c.student_id),
    people as (
        select st.school, st.program, max(st.cip_code) as cip_code, count(*) as enrolled,
            count(*) filter (where st.concentrator) as concentrators,
            count(*) filter (where st.concentrator and e.held > 0) as reached,
            count(*) filter (where st.concentrator and ever.counted >= (f).full_minutes) as complete
        from chosen_student(f) st
            left join chosen_encounters(f) e on e.student_id = st.id
            left join ever on ever.student_id = st.id
        group by st.school, st.program)
    select coalesce(p.school, c.school), coalesce(p.program, c.program), p.cip_code, coalesce(c.requested, 0),
        coalesce(c.held, 0), round(c.held::numeric / nullif(c.requested - c.still_open, 0), 4), coalesce(c.students, 0),
        coalesce(p.enrolled, 0), coalesce(p.concentrators, 0), coalesce(p.reached, 0), coalesce(p.complete, 0)
    from people p full join cases c on c.school = p.school and c.program = p.program
    order by 1, 2;
end;

-- One row per sector of employers and school: interviews held, and what they changed.
create function report_sector(f report_filter) returns table (
    sector text, school text, held bigint, employers bigint, interest_before numeric, interest_after numeric, next_steps bigint)
language sql stable parallel safe
begin atomic
    select c.sector, c.school, count(*), count(distinct c.employer_id), avg(c.interest_before), avg(c.interest_after),
        count(*) filter (where c.has_next_step)
    from chosen_case(f) c where c.stage >= 4 and c.sector is not null
    group by c.sector, c.school
    order by c.sector, c.school;
end;

-- One row per grade and mode.
create function report_grade(f report_filter) returns table (
    grade int, mode text, requested bigint, held bigint, still_open bigint, completion numeric, students bigint)
language sql stable parallel safe
begin atomic
    select c.grade, c.mode, count(*), count(*) filter (where c.stage >= 4), count(*) filter (where c.outcome = 'OPEN'),
        round(count(*) filter (where c.stage >= 4)::numeric / nullif(count(*) filter (where c.outcome <> 'OPEN'), 0), 4),
        count(distinct c.student_id) filter (where c.stage >= 4)
    from chosen_case(f) c
        join report_term t on t.kind = 'MODE' and t.code = c.mode
    group by c.grade, c.mode, t.position
    order by c.grade, t.position;
end;

-- One row per month: how the interviews that belong to it ended, and how they were rated.
create function report_month(f report_filter) returns table (
    month date, requested bigint, held bigint, student_no_show bigint, employer_no_show bigint, cancelled bigint,
    not_held bigint, still_open bigint, reflected bigint, employers bigint, employer_score numeric, teacher_score numeric,
    student_score numeric)
language sql stable parallel safe
begin atomic
    select date_trunc('month', c.belongs_at at time zone (f).zone)::date, count(*),
        count(*) filter (where c.outcome = 'HELD'), count(*) filter (where c.outcome = 'STUDENT_NO_SHOW'),
        count(*) filter (where c.outcome = 'EMPLOYER_NO_SHOW'), count(*) filter (where c.outcome = 'CANCELLED'),
        count(*) filter (where c.outcome = 'NOT_HELD'), count(*) filter (where c.outcome = 'OPEN'),
        count(*) filter (where c.stage >= 5), count(distinct c.employer_id) filter (where c.stage >= 4),
        avg(c.employer_score), avg(c.teacher_score), avg(c.student_score)
    from chosen_case(f) c
    group by 1 order by 1;
end;

-- One row per skill and rater. "Not observed" is counted and is part of no mean. (A correction corrects something: said once
-- more, it lets the database look at the few corrections instead of all ratings.)
create function report_skill_mean(f report_filter) returns table (
    skill text, rater_role text, rated bigint, not_observed bigint, mean numeric, ones bigint, twos bigint, threes bigint,
    fours bigint)
language sql stable parallel safe
begin atomic
    select n.skill, n.rater_role, n.rated, n.not_observed, n.mean, n.ones, n.twos, n.threes, n.fours
    from (
        select r.skill, r.rater_role, count(r.score) as rated, count(*) - count(r.score) as not_observed,
            avg(r.score) as mean, count(*) filter (where r.score = 1) as ones, count(*) filter (where r.score = 2) as twos,
            count(*) filter (where r.score = 3) as threes, count(*) filter (where r.score = 4) as fours
        from chosen_case(f) c join rating r on r.interview_id = c.id
        where not exists (select from rating later where later.corrects = r.id and later.corrects is not null)
        group by r.skill, r.rater_role) n
        join report_term t on t.kind = 'SKILL' and t.code = n.skill
        join report_term rater on rater.kind = 'RATER' and rater.code = n.rater_role
    order by t.position, rater.position;
end;

-- The same, with the mean change from a student's first score in the skill to the latest, of those with two or more.
create function report_employability(f report_filter) returns table (
    skill text, rater_role text, rated bigint, not_observed bigint, mean numeric, ones bigint, twos bigint, threes bigint,
    fours bigint, grown bigint, growth numeric)
language sql stable parallel safe
begin atomic
    with scored as (
        select c.student_id, r.skill, r.rater_role, r.score, c.starts_at, r.id
        from chosen_case(f) c join rating r on r.interview_id = c.id
        where r.score is not null
            and not exists (select from rating later where later.corrects = r.id and later.corrects is not null)),
    change as (
        select skill, rater_role, (array_agg(score order by starts_at desc nulls last, id desc))[1]
            - (array_agg(score order by starts_at nulls first, id))[1] as change
        from scored group by student_id, skill, rater_role having count(*) > 1),
    growth as (select skill, rater_role, count(*) as grown, avg(change) as growth from change group by skill, rater_role)
    select m.skill, m.rater_role, m.rated, m.not_observed, m.mean, m.ones, m.twos, m.threes, m.fours,
        coalesce(g.grown, 0), g.growth
    from report_skill_mean(f) m left join growth g on g.skill = m.skill and g.rater_role = m.rater_role
        join report_term t on t.kind = 'SKILL' and t.code = m.skill
        join report_term rater on rater.kind = 'RATER' and rater.code = m.rater_role
    order by t.position, rater.position;
end;

-- How ratings grow with practice: a row for the students' first interviews, one for their second, and one for all later ones.
create function report_encounter(f report_filter) returns table (
    encounter int, held bigint, employer_score numeric, teacher_score numeric, student_score numeric)
language sql stable parallel safe
begin atomic
    select n.encounter, count(*), avg(c.employer_score), avg(c.teacher_score), avg(c.student_score)
    from chosen_case(f) c
        cross join lateral (
            select 1 + count(*)::int as encounter
            from (select from report_case earlier
                where earlier.student_id = c.student_id and earlier.stage >= 4 and earlier.school = any ((f).schools)
                    and (earlier.starts_at, earlier.id) < (c.starts_at, c.id)
                limit 2) as two) n
    where c.stage >= 4
    group by n.encounter order by n.encounter;
end;

-- The employers that a school can count on, a row per school and one for all. Active: asked in the period. New: hosted for
-- the first time in it. Lost: hosted before, but not in the twelve months before the end of the period, or before now. Asked
-- too often: in a month of it more than it wants, or than cap where it has not said.
create function report_employer_base(f report_filter, cap int) returns table (
    school text, name text, known bigint, active bigint, hosted bigint, hosted_first bigint, hosted_again bigint, lost bigint,
    asked_too_often bigint)
language sql stable parallel safe
begin atomic
    with asked as (
        select c.employer_id, max(c.asked) as most, sum(c.held) as held from (
            select c.employer_id, count(distinct c.student_id) as asked, count(*) filter (where c.stage >= 4) as held
            from chosen_case(f) c where c.employer_id is not null
            group by c.employer_id, date_trunc('month', c.belongs_at at time zone (f).zone)) c
        group by c.employer_id),
    until as (select least((f).until, (f).at) as at),
    ever as (
        select c.employer_id, coalesce(min(c.belongs_at) < (f).since, false) as earlier, max(c.belongs_at) as last
        from report_case c cross join until
        where c.school = any ((f).schools) and c.stage >= 4 and c.belongs_at < until.at
        group by c.employer_id)
    select n.school, coalesce(s.name, 'All schools'), n.known, n.active, n.hosted, n.hosted_first, n.hosted_again, n.lost, n.asked_too_often
    from (
        select e.school, count(*) as known, count(a.employer_id) as active, count(*) filter (where a.held > 0) as hosted,
            count(*) filter (where a.held > 0 and ever.earlier is not true) as hosted_first,
            count(*) filter (where a.held > 0 and ever.earlier) as hosted_again,
            count(*) filter (where ever.last < until.at - interval '1 year') as lost,
            count(*) filter (where a.most > coalesce(e.monthly_cap, cap)) as asked_too_often
        from employer e cross join until
            left join asked a on a.employer_id = e.id left join ever on ever.employer_id = e.id
        where e.school = any ((f).schools)
        group by grouping sets ((e.school), ())) n
        left join school s on s.code = n.school
    order by s.name nulls last, n.school;
end;

-- How many days each step takes: of the interviews that came through it, half took less and half took more.
create function report_step(f report_filter) returns table (
    step text, cases bigint, median_days double precision, slow_days double precision)
language sql stable parallel safe
begin atomic
    with days as (
        select days_between(c.requested_at, c.booked_at) as booked, days_between(c.booked_at, c.consented_at) as consented,
            days_between(c.booked_at, c.approved_at) as approved, days_between(c.booked_at, c.prepared_at) as prepared,
            days_between(c.booked_at, held.at) as held, days_between(held.at, c.rated_at) as rated,
            days_between(held.at, c.reflected_at) as reflected, days_between(held.at, c.closed_at) as closed
        from chosen_case(f) c cross join lateral (select case when c.stage >= 4 then c.starts_at end as at) held)
    select t.code, v.cases, v.days[1], v.days[2]
    from (
        select count(d.booked) as booked, percentile_cont(array[0.5, 0.9]) within group (order by d.booked) as booked_days,
            count(d.consented) as consented,
            percentile_cont(array[0.5, 0.9]) within group (order by d.consented) as consented_days,
            count(d.approved) as approved,
            percentile_cont(array[0.5, 0.9]) within group (order by d.approved) as approved_days,
            count(d.prepared) as prepared,
            percentile_cont(array[0.5, 0.9]) within group (order by d.prepared) as prepared_days,
            count(d.held) as held, percentile_cont(array[0.5, 0.9]) within group (order by d.held) as held_days,
            count(d.rated) as rated, percentile_cont(array[0.5, 0.9]) within group (order by d.rated) as rated_days,
            count(d.reflected) as reflected,
            percentile_cont(array[0.5, 0.9]) within group (order by d.reflected) as reflected_days,
            count(d.closed) as closed, percentile_cont(array[0.5, 0.9]) within group (order by d.closed) as closed_days
        from days d) n
        cross join lateral (values
            (1, n.booked, n.booked_days), (2, n.consented, n.consented_days), (3, n.approved, n.approved_days),
            (4, n.prepared, n.prepared_days), (5, n.held, n.held_days), (6, n.rated, n.rated_days),
            (7, n.reflected, n.reflected_days), (8, n.closed, n.closed_days)) as v (step, cases, days)
        join report_term t on t.kind = 'STEP' and t.position = v.step
    where v.cases > 0
    order by v.step;
end;

-- What is missing in the rows that the figures rest on.
create function report_gap(f report_filter) returns table ("position" int, words text, interviews bigint) language sql stable parallel safe
begin atomic
    select gap.position, gap.words, count(*) filter (where gap.missing)
    from chosen_case(f) c
        cross join lateral (values
            (1, 'Held, but nobody has verified the minutes', c.logged is null),
            (2, 'Held, but the student has not reflected yet', c.reflected_at is null),
            (3, 'Held, but the employer has rated no skill',
                c.mode not in ('HYBRID', 'RECORDED_SIMULATION') and c.employer_score is null),
            (4, 'Held, but the teacher has rated no skill', c.mode <> 'RECORDED_SIMULATION' and c.teacher_score is null),
            (5, 'Held, but the employer has not said how it went',
                c.mode <> 'RECORDED_SIMULATION' and c.rated_at is null)) as gap (position, words, missing)
    where c.stage >= 4
    group by gap.position, gap.words
    order by gap.position;
end;

-- What can be chosen: one after the other from an index, for there are few of them in many rows.
drop function if exists report_career_field;
create function report_career_field(schools text[]) returns setof text language sql stable parallel safe
begin atomic
    with recursive field as (
        select min(c.career_field) as name from report_case c
        union all
        select (select min(c.career_field) from report_case c where c.career_field > field.name) from field
        where field.name is not null)
    select field.name from field
    where exists (select from report_case c where c.career_field = field.name and c.school = any (schools))
    order by field.name;
end;

drop function if exists report_student_program;
create function report_student_program(schools text[]) returns setof text language sql stable parallel safe
begin atomic
    with recursive program as (
        select min(s.program) as name from student s
        union all
        select (select min(s.program) from student s where s.program > program.name) from program
        where program.name is not null)
    select program.name from program
    where exists (select from student s where s.program = program.name and s.school = any (schools))
    order by program.name;
end;

-- ---------------------------------------------------------------- rows behind the figures

-- The interviews of report_interview that a report is about.
create function report_interview_chosen(f report_filter) returns table (
    id text, school text, student_number text, grade int, program text, career_field text, sector text, employer text,
    mode text, requested_at timestamptz, booked_at timestamptz, starts_at timestamptz, contact_minutes int,
    late_minutes int, prep_minutes int, reflection_minutes int, logged_hours numeric, eligible_hours numeric,
    counted_hours numeric, moved bigint, status text, outcome text, ending text, reflected boolean, spoken_on date,
    thanked boolean, interest_before int, interest_after int, next_step text, closed_at timestamptz)
language sql stable parallel safe
begin atomic
    select i.id, i.school, s.student_number, c.grade, c.program, i.career_field, i.sector, i.employer, i.mode,
        i.requested_at, c.booked_at, i.starts_at, i.contact_minutes, i.late_minutes, i.prep_minutes, i.reflection_minutes,
        round(c.logged / 60.0, 2), round(c.eligible / 60.0, 2), round(c.counted / 60.0, 2),
        (select count(*) from interview_change m where m.interview_id = c.held_with and m.applied_at is not null),
        i.status, i.outcome, i.ending, i.reflected, i.spoken_on, i.thanked, i.interest_before, i.interest_after, i.next_step,
        c.closed_at
    from chosen_case(f) c join report_interview i on i.id = c.id join student s on s.id = c.student_id
    order by i.school, i.requested_at, i.id;
end;

-- One row per student, with the name: for the school's own staff.
create function report_student(f report_filter) returns table (
    school text, student_number text, family_name text, given_name text, grade int, program text, requested bigint,
    held bigint, held_ever bigint, last_held_at timestamptz, prepared boolean, reflected boolean, logged_hours numeric,
    eligible_hours numeric, counted_hours numeric, share numeric, next_step text)
language sql stable parallel safe
begin atomic
    with cases as (
        select c.student_id, count(*) as requested, count(*) filter (where c.stage >= 4) as held,
            max(c.starts_at) filter (where c.stage >= 4) as last_held_at, max(c.stage) as stage, sum(c.logged) as logged,
            sum(c.eligible) as eligible, sum(c.counted) as counted
        from chosen_case(f) c group by c.student_id),
    ever as (
        select c.student_id, count(*) as held, sum(c.counted) as counted from report_case c
        where c.school = any ((f).schools) and c.stage >= 4 group by c.student_id)
    select s.school, s.student_number, s.family_name, s.given_name, s.grade, s.program, coalesce(c.requested, 0),
        coalesce(c.held, 0), coalesce(e.held, 0), c.last_held_at, coalesce(c.stage >= 3, false),
        coalesce(c.stage >= 5, false), round(coalesce(c.logged, 0) / 60.0, 2), round(coalesce(c.eligible, 0) / 60.0, 2),
        round(coalesce(c.counted, 0) / 60.0, 2), round(coalesce(e.counted, 0)::numeric / (f).full_minutes, 4), step.words
    from chosen_student(f) s
        left join cases c on c.student_id = s.id
        left join ever e on e.student_id = s.id
        left join lateral (
            select n.words from report_case held join next_step n on n.interview_id = held.id
            where held.student_id = s.id order by n.id desc limit 1) step on true
    order by s.school, s.family_name, s.given_name, s.student_number;
end;

create function report_skill_chosen(f report_filter) returns table (
    id text, school text, requested_at timestamptz, skill text, skill_name text, rater_role text, score int,
    observed boolean, rated_at timestamptz)
language sql stable parallel safe
begin atomic
    select c.id, c.school, c.requested_at, r.skill, t.words, r.rater_role, r.score, r.score is not null, r.at
    from chosen_case(f) c join rating r on r.interview_id = c.id
        join report_term t on t.kind = 'SKILL' and t.code = r.skill
    where not exists (select from rating later where later.corrects = r.id and later.corrects is not null)
    order by c.school, c.requested_at, c.id, r.rater_role, t.position;
end;

-- ---------------------------------------------------------------- work and mails

-- What reads the engine's tables is text until it runs, so that it never stands in the way of an upgrade of the engine.

-- The engine's own times are local and without a zone; the session's zone is the one that they were written in.
create or replace function engine_time(at timestamptz) returns timestamp language sql stable parallel safe
return at at time zone current_setting('TimeZone');

-- How punctually tasks are done, as far as the engine's history reaches; what went on while a concern about safety was
-- looked into is nobody's but the safeguarding staff's. On time: of the tasks that had to be done by now, those that were.
create function report_timeliness(f report_filter) returns table (
    task text, asked bigint, done bigint, on_time numeric, late_days double precision, overdue bigint)
language sql stable parallel safe set search_path = interviews as $$
    select t.name_, count(*), count(*) filter (where t.task_state_ = 'Completed'),
        round(count(*) filter (where t.task_state_ = 'Completed' and t.end_time_ <= t.due_date_)::numeric
            / nullif(count(*) filter (where t.task_state_ = 'Completed' or t.due_date_ < engine_time((f).at)), 0), 4),
        percentile_cont(0.5) within group (order by case when t.end_time_ > t.due_date_
            then extract(epoch from t.end_time_ - t.due_date_) / 86400 end),
        count(*) filter (where t.end_time_ is null and t.due_date_ < engine_time((f).at))
    from public.act_hi_taskinst t
    where t.tenant_id_ = any ((f).schools) and t.due_date_ is not null and t.proc_def_key_ <> 'safety-concern'
        and ((f).since is null or t.start_time_ >= engine_time((f).since))
        and ((f).until is null or t.start_time_ < engine_time((f).until))
    group by t.name_ order by t.name_;
$$;

-- What became of mails, a row per kind and side. Opened: the form behind the mail, by a person. How often the safeguarding
-- staff is asked is nobody else's.
create function report_mail(f report_filter) returns table (
    template text, role text, queued bigint, sent bigint, waiting bigint, dropped bigint, refused bigint, with_form bigint,
    opened bigint, answered bigint, median_hours double precision)
language sql stable parallel safe
begin atomic
    select initcap(left(m.template, 1)) || lower(replace(substr(m.template, 2), '_', ' ')), m.role, count(*),
        count(m.sent_at), count(*) filter (where m.sent_at is null and m.dropped_at is null and m.refused_at is null),
        count(m.dropped_at), count(m.refused_at), count(l.id), count(l.read_at), count(l.submitted_at),
        percentile_cont(0.5) within group (order by extract(epoch from l.submitted_at - m.sent_at) / 3600)
    from mail_log m left join form_link l on l.id = m.form_link_id and l.task_id is not null
    where m.school = any ((f).schools) and m.role <> 'safeguarding'
        and ((f).since is null or m.queued_at >= (f).since) and ((f).until is null or m.queued_at < (f).until)
    group by m.template, m.role order by m.template, m.role;
end;

-- What somebody has to look at today, whatever the period: overdue tasks, and mails that came back.
create function report_exception(f report_filter) returns table (
    school text, id text, what text, owner text, since timestamptz, days double precision, reason text)
language sql stable parallel safe set search_path = interviews as $$
    select t.tenant_id_, coalesce(e.business_key_, ''), t.name_,
        coalesce(t.assignee_, (select string_agg(distinct l.group_id_, ', ') from public.act_ru_identitylink l
            where l.task_id_ = t.id_ and l.type_ = 'candidate'), ''),
        t.due_date_ at time zone current_setting('TimeZone'),
        extract(epoch from engine_time((f).at) - t.due_date_) / 86400, 'Overdue'
    from public.act_ru_task t
        join public.act_ru_execution e on e.id_ = t.proc_inst_id_
        join public.act_re_procdef d on d.id_ = t.proc_def_id_
    where t.tenant_id_ = any ((f).schools) and t.due_date_ < engine_time((f).at) and d.key_ <> 'safety-concern'
    union all
    select m.school, coalesce(m.interview_id, ''), 'Correct the address', m.role, m.refused_at,
        extract(epoch from (f).at - m.refused_at) / 86400, m.refusal
    from mail_log m
    where m.school = any ((f).schools) and m.refused_at is not null and m.role <> 'safeguarding'
        and not exists (select from address_correction c
            where c.role = m.role and c.person_id = m.person_id and c.at > m.refused_at)
    order by 1, 5, 2;
$$;

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
language sql stable parallel safe as $$
    select count(*) filter (where i.end_time_ is null), min(i.start_time_),
        (select d.history_ttl_ from public.act_re_procdef d where d.key_ = of_process order by d.version_ desc limit 1)
    from public.act_hi_procinst i
    where i.proc_def_key_ = of_process and (of_schools is null or i.tenant_id_ = any (of_schools))
$$;

-- The versions that running cases follow.
create function mirror_version(of_process text, of_schools text[]) returns table (
    version int, deployed_at timestamp, running bigint)
language sql stable parallel safe as $$
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
language sql stable parallel safe as $$
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
language sql stable parallel safe as $$
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

-- ---------------------------------------------------------------- filled anew

-- What has changed above may count otherwise; grade and program stay as they were.
select keep_report_case(array(select id from interview where student_id is not null));
