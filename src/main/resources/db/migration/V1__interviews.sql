-- What the business knows. Runs in the schema "interviews"; the engine's own tables stay in "public".
-- Facts (consent, disclosure, approval, research, reflection, rating, feedback, check-in) are append-only: a correction
-- is a new row that names the old one.

-- ---------------------------------------------------------------- schools and calendars

create table school (
    code      text primary key check (code ~ '^[0-9A-Z]{4,8}$'), -- DBN; also the engine's tenant id
    name      text not null,
    address   text not null,
    phone     text not null
);

-- The days that are not like others. HOLIDAY: no business day; CLOSED: no school; on a HALF_DAY nobody visits a workplace;
-- on an EXAM day no interview takes place.
create table calendar_day (
    school text not null references school,
    day    date not null,
    kind   text not null check (kind in ('HOLIDAY', 'CLOSED', 'HALF_DAY', 'EXAM')),
    name   text not null,
    primary key (school, day)
);

-- ---------------------------------------------------------------- people

create table student (
    id             bigint generated always as identity primary key,
    school         text not null references school,
    student_number text not null,
    given_name     text not null,
    family_name    text not null,
    email          text not null,
    born_on        date not null,
    grade          int not null check (grade between 6 and 12),
    program        text not null,
    cip_code       text check (cip_code ~ '^[0-9]{2}\.[0-9]{4}$'), -- of the program, in the federal classification
    concentrator   boolean not null default false, -- has completed two or more courses of the program (Perkins V)
    unique (school, student_number)
);
create index student_program on student (program, school);

-- For reports alone: by which groups authorities ask who is reached. No process, form or mail knows of it.
create table student_subgroup (
    student_id bigint not null references student,
    subgroup   text not null check (subgroup in (
        'FEMALE', 'MALE', 'NON_BINARY',
        'ASIAN', 'BLACK', 'HISPANIC', 'NATIVE_AMERICAN', 'PACIFIC_ISLANDER', 'WHITE', 'TWO_OR_MORE',
        'DISABILITY', 'SECTION_504', 'ENGLISH_LEARNER', 'ECONOMICALLY_DISADVANTAGED', 'TEMPORARY_HOUSING',
        'FOSTER_CARE', 'MILITARY_FAMILY', 'SINGLE_PARENT', 'NON_TRADITIONAL')),
    primary key (student_id, subgroup)
);
create index student_subgroup_subgroup on student_subgroup (subgroup, student_id);
create unique index student_subgroup_gender on student_subgroup (student_id)
    where subgroup in ('FEMALE', 'MALE', 'NON_BINARY');
create unique index student_subgroup_race on student_subgroup (student_id)
    where subgroup in ('ASIAN', 'BLACK', 'HISPANIC', 'NATIVE_AMERICAN', 'PACIFIC_ISLANDER', 'WHITE', 'TWO_OR_MORE');

create table guardian (
    id         bigint generated always as identity primary key,
    student_id bigint not null references student,
    name       text not null,
    email      text not null,
    phone      text not null,
    language   text not null default 'en' -- BCP 47, such as zh-Hans: of pages and mails to the family
);
create index guardian_student on guardian (student_id);

create table employer (
    id         bigint generated always as identity primary key,
    school     text not null references school,
    name       text not null,
    sector     text not null,
    address    text not null,
    status     text not null default 'ACTIVE' check (status in ('ACTIVE', 'PAUSED', 'DO_NOT_USE', 'OPTED_OUT')),
    paused_until date check (paused_until is null or status <> 'ACTIVE'), -- the break that a PAUSED employer itself takes
    monthly_cap int check (monthly_cap between 1 and 99), -- students, in the employer's own word; null: it said nothing
    unique (school, name)
);

create table employer_contact (
    id          bigint generated always as identity primary key,
    employer_id bigint not null references employer,
    name        text not null,
    job_title   text not null,
    email       text not null,
    phone       text not null,
    language    text not null default 'en' -- BCP 47: of the pages
);
create index employer_contact_employer on employer_contact (employer_id);

-- ---------------------------------------------------------------- classes and recordings

create table class_list (
    id     bigint generated always as identity primary key,
    school text not null references school,
    name   text not null,
    unique (school, name)
);

create table class_list_member (
    class_list_id bigint not null references class_list,
    student_id    bigint not null references student,
    primary key (class_list_id, student_id)
);

-- Recorded interviews that a class may watch.
create table recording (
    id             bigint generated always as identity primary key,
    school         text not null references school,
    title          text not null,
    career_field   text not null,
    employer       text not null,  -- whom one sees
    address        text not null,  -- where it is
    rights         text not null,  -- who allowed it, and where that is kept
    captions       boolean not null check (captions),
    shown_until    date not null,
    entered_by     text not null,
    entered_at     timestamptz not null,
    withdrawn_at   timestamptz,
    withdrawn_why  text,
    check ((withdrawn_at is null) = (withdrawn_why is null))
);
create index recording_school on recording (school, shown_until) where withdrawn_at is null;

-- ---------------------------------------------------------------- interviews

create sequence interview_number start 1001;

-- No time zone changes how many minutes an interview takes.
create function interview_time(starts_at timestamptz, minutes int) returns tstzrange language sql immutable
return tstzrange(starts_at, starts_at + minutes * interval '1 minute');

create table interview (
    id                text primary key default 'I-' || nextval('interview_number'), -- also the business key
    school            text not null references school,
    student_id        bigint references student,        -- null: a class session
    class_list_id     bigint references class_list,     -- of a class session: the class
    session           text references interview,        -- of one student's part in a class session: the session
    recording_id      bigint references recording,      -- of a class session: what is watched
    requested_by      text not null,          -- engine user id
    coordinator       text not null,          -- engine user id
    teacher           text not null,          -- engine user id
    mode              text not null check (mode in ('IN_PERSON_WORKPLACE', 'IN_PERSON_SCHOOL', 'PHONE', 'VIDEO', 'HYBRID',
        'RECORDED_SIMULATION')),
    platform          text check (platform in ('FACETIME', 'SKYPE', 'ZOOM', 'TEAMS', 'MEET')), -- of VIDEO and HYBRID
    career_field      text not null,
    reason            text,                   -- why this student asks for this interview
    accommodations    text,                   -- what must be arranged, never why
    course            text,
    objectives        text,
    employer_id       bigint references employer,
    contact_id        bigint references employer_contact,
    invited_at        timestamptz,            -- when this employer was asked
    offered_times     text,                   -- the employer's own words
    offered_modes     text,                   -- the ways that suit the employer, codes separated by commas
    arrival_notes     text,
    place             text,                   -- null: by telephone or on a screen
    meeting_link      text,                   -- or the number to call
    starts_at         timestamptz,
    planned_minutes   int check (planned_minutes between 10 and 60),
    booked_at         timestamptz,
    expedited         boolean not null default false, -- booked with less than the lead time of the longest step
    calendar_sequence int not null default 0, -- iCalendar SEQUENCE of the last invitation sent
    status            text not null default 'REQUESTED' check (status in ('REQUESTED', 'MATCHING', 'INVITED', 'SCHEDULED',
        'PREPARING', 'READY', 'HELD', 'REFLECTING', 'CLOSED', 'CANCELLED', 'NO_SHOW', 'WITHDRAWN')),
    contact_minutes   int check (contact_minutes between 0 and 240),
    late_minutes      int check (late_minutes between 0 and 240),
    outcome_note      text,
    student_ready_at  timestamptz,
    called_off        text,                   -- the ending to come, of which everybody is told; null: nobody is
    ending            text check (ending in (
        'COMPLETED', 'STU_ABSENT', 'STU_LATE', 'STU_WITHDREW', 'STU_TRANSFER', 'STU_DISCHARGE', 'EMP_ABSENT',
        'EMP_CANCEL', 'EMP_SILENT', 'EMP_OPTOUT', 'NO_EMPLOYER', 'NO_CONSENT', 'CONSENT_WITHDRAWN',
        'NO_APPROVAL', 'NOT_PREPARED', 'TRANSPORT', 'WEATHER', 'BUILDING_CLOSED', 'TECH', 'SAFETY', 'ILLNESS',
        'CONFLICT_EXAM', 'STAFF_ABSENT', 'DUPLICATE', 'DATA_ERROR', 'OTHER')),
    requested_at      timestamptz not null,
    closed_at         timestamptz,
    check ((closed_at is null) = (ending is null)),
    check ((student_id is null) = (class_list_id is not null)),
    check (session is null or student_id is not null),
    -- Nobody is in two interviews at once; only a class meets one person together.
    constraint one_student_at_a_time exclude using gist (int8range(contact_id, contact_id, '[]') with &&,
            interview_time(starts_at, planned_minutes) with &&)
        where (closed_at is null and mode <> 'HYBRID' and contact_id is not null and starts_at is not null
            and planned_minutes is not null),
    constraint one_interview_at_a_time exclude using gist (int8range(student_id, student_id, '[]') with &&,
            interview_time(starts_at, planned_minutes) with &&)
        where (closed_at is null and student_id is not null and starts_at is not null and planned_minutes is not null)
);
create index interview_session on interview (session);
create unique index interview_part on interview (session, student_id) where session is not null;
create index interview_open on interview (school, starts_at, id) where closed_at is null;
create index interview_student on interview (student_id);
create index interview_employer on interview (employer_id);
create index interview_coordinator on interview (school, coordinator);
create index interview_requested on interview (school, requested_at);

-- What somebody wants changed in a booked interview, and when it was done.
create table interview_change (
    id           bigint generated always as identity primary key,
    interview_id text not null references interview,
    side         text not null check (side in ('SCHOOL', 'EMPLOYER', 'STUDENT')), -- who asks for it
    starts_at    timestamptz, -- null, as mode and place: as before
    mode         text,
    platform     text,
    place        text,
    why          text not null,
    requested_by text not null,
    requested_at timestamptz not null,
    applied_at   timestamptz
);
create index interview_change_interview on interview_change (interview_id);

-- That an interview waits: its clocks stand still from the beginning to the end.
create table interview_hold (
    id           bigint generated always as identity primary key,
    interview_id text not null references interview,
    reason       text not null check (reason in ('FAMILY', 'WEATHER', 'BUILDING_CLOSED', 'ILLNESS', 'STAFF_ABSENT', 'OTHER')),
    note         text,
    begun_by     text not null,
    begun_at     timestamptz not null,
    ended_at     timestamptz
);
create unique index interview_hold_open on interview_hold (interview_id) where ended_at is null;

-- What employer, student or family ask for through the link in their mails, and what the coordinator made of it.
create table change_request (
    id           bigint generated always as identity primary key,
    interview_id text not null references interview,
    side         text not null check (side in ('EMPLOYER', 'STUDENT', 'GUARDIAN')),
    wish         text not null check (wish in ('MOVE', 'CANCEL', 'WITHDRAW', 'OTHER')),
    words        text, -- the times that would suit, or what has changed
    phone        text,
    at           timestamptz not null,
    answer       text check (answer in ('MOVE', 'CANCEL', 'KEEP')),
    answered_by  text,
    answered_at  timestamptz,
    check ((answer is null) = (answered_at is null))
);
create unique index change_request_open on change_request (interview_id, side) where answered_at is null;

-- What employer and student say on the day, by the link in their mails.
create table day_note (
    id           bigint generated always as identity primary key,
    interview_id text not null references interview,
    side         text not null check (side in ('EMPLOYER', 'STUDENT')),
    minutes_late int check (minutes_late between 1 and 60), -- null: is there
    at           timestamptz not null
);
create index day_note_interview on day_note (interview_id);

-- That a school was closed on a day, though its calendar had not said so.
create table school_closure (
    id         bigint generated always as identity primary key,
    school     text not null references school,
    day        date not null,
    reason     text not null check (reason in ('WEATHER', 'BUILDING_CLOSED')),
    entered_by text not null,
    entered_at timestamptz not null
);

-- Who is away, and who stands in.
create table staff_absence (
    id         bigint generated always as identity primary key,
    school     text not null references school,
    absent     text not null,         -- engine user id
    deputy     text not null,         -- engine user id
    first_day  date not null,
    back_on    date not null,         -- the first day at work again
    entered_by text not null,
    entered_at timestamptz not null,
    ended_at   timestamptz,           -- back earlier, or not away after all
    check (first_day < back_on),
    check (absent <> deputy)
);
create index staff_absence_absent on staff_absence (school, absent, back_on);

-- ---------------------------------------------------------------- facts

create table consent (
    id             bigint generated always as identity primary key,
    interview_id   text not null references interview,
    guardian_id    bigint references guardian, -- null: the student, 18 or older
    participate    boolean not null,
    mode           text not null,              -- what was agreed to: another way, place or time is asked anew
    place          text,
    starts_at      timestamptz not null,
    share_data     boolean not null,           -- the employer may know first name, grade, program and questions
    video          boolean not null,
    signed_by      text not null,
    relationship   text not null,
    channel        text not null check (channel in ('LINK', 'STAFF')),
    recorded_by    text,                       -- engine user id when channel is STAFF
    at             timestamptz not null,
    corrects       bigint references consent,
    check ((channel = 'STAFF') = (recorded_by is not null))
);
create index consent_interview on consent (interview_id);

create table disclosure (
    id           bigint generated always as identity primary key,
    interview_id text not null references interview,
    contact_id   bigint not null references employer_contact,
    fields       text not null, -- what was told, by name of the field
    purpose      text not null,
    consent_id   bigint not null references consent,
    at           timestamptz not null
);
create index disclosure_interview on disclosure (interview_id);

create table approval (
    id            bigint generated always as identity primary key,
    interview_id  text not null references interview,
    approved      boolean not null,
    mode          text not null,               -- what was approved: another way or day is approved anew
    starts_at     timestamptz not null,
    reason        text,
    approved_by   text not null,
    at            timestamptz not null
);
create index approval_interview on approval (interview_id);

-- Travel and safety of a visit to a workplace.
create table visit_plan (
    id                  bigint generated always as identity primary key,
    interview_id        text not null references interview,
    starts_at           timestamptz not null, -- planned for this beginning; another one is planned anew
    travel              text not null check (travel in ('WALK', 'PUBLIC_TRANSIT_SCHOOL_FARE', 'SCHOOL_BUS',
        'STAFF_ESCORT_TRANSIT', 'PARENT', 'CHARTER')),
    route               text not null,
    escort              text not null,
    leaves_at           text not null,        -- hh:mm of the day
    returns_at          text not null,
    missed_classes      text not null,
    site_checked_on     date not null,        -- safety check of the workplace
    planned_by          text not null,
    at                  timestamptz not null
);
create index visit_plan_interview on visit_plan (interview_id);

-- Room, telephone or link of an interview that no student travels to.
create table room_plan (
    id           bigint generated always as identity primary key,
    interview_id text not null references interview,
    mode         text not null,
    starts_at    timestamptz not null, -- prepared for this beginning; another one is prepared anew
    host         text not null,        -- who of the school is there
    link         text,                 -- address of the meeting, or telephone number
    tested       boolean not null check (tested),
    planned_by   text not null,
    at           timestamptz not null
);
create index room_plan_interview on room_plan (interview_id);

-- The employer's word that everything stands as agreed.
create table employer_confirmation (
    id           bigint generated always as identity primary key,
    interview_id text not null references interview,
    mode         text not null,
    starts_at    timestamptz not null, -- confirmed for this beginning; another one is confirmed anew
    as_agreed    boolean not null,
    changes      text,
    access_notes text,
    site_contact text,                 -- whom to call there in an emergency
    channel      text not null check (channel in ('LINK', 'STAFF')),
    at           timestamptz not null
);
create index employer_confirmation_interview on employer_confirmation (interview_id);

create table research (
    id           bigint generated always as identity primary key,
    interview_id text not null references interview,
    industry     text not null,
    employer     text not null,
    education    text not null,
    sources      text not null,
    questions    text not null, -- one question a line
    at           timestamptz not null,
    corrects     bigint references research
);
create index research_interview on research (interview_id);

create table research_review (
    id           bigint generated always as identity primary key,
    research_id  bigint not null references research,
    approved     boolean not null,
    score        int not null check (score between 0 and 40),
    feedback     text,
    reviewed_by  text not null,
    at           timestamptz not null
);
create index research_review_research on research_review (research_id);

create table reflection (
    id                bigint generated always as identity primary key,
    interview_id      text not null references interview,
    learned_job       text not null,
    learned_industry  text not null,
    learned_education text not null,
    surprise          text not null,
    expected          text not null,
    interest_before   int not null check (interest_before between 1 and 5),
    interest_after    int not null check (interest_after between 1 and 5),
    fit_interests     text not null check (fit_interests in ('YES', 'PARTLY', 'NO')),
    fit_skills        text not null check (fit_skills in ('YES', 'PARTLY', 'NO')),
    fit_values        text not null check (fit_values in ('YES', 'PARTLY', 'NO')),
    fit_why           text not null,
    strength          text not null,
    improve           text not null,
    best_question     text not null,
    missed_question   text,
    wish              text not null,          -- what the student would like to do next
    advice            text,
    contact_offered   boolean not null,       -- whom to talk to; the coordinator knows who
    prepared          int not null check (prepared between 1 and 5),
    host_rating       int check (host_rating between 1 and 5), -- null: no host, a recording
    share_with_employer boolean not null,
    channel           text not null check (channel in ('LINK', 'STAFF')),
    at                timestamptz not null,
    corrects          bigint references reflection
);
create index reflection_interview on reflection (interview_id);

create table spoken_reflection (
    id           bigint generated always as identity primary key,
    interview_id text not null references interview,
    spoken_on    date not null,
    how          text not null check (how in ('CLASS', 'PAIR', 'CONFERENCE')),
    note         text,
    heard_by     text not null,
    at           timestamptz not null
);
create index spoken_reflection_interview on spoken_reflection (interview_id);

create table thank_you (
    id             bigint generated always as identity primary key,
    interview_id   text not null references interview,
    kind           text not null check (kind in ('STUDENT', 'SCHOOL', 'IMPACT')), -- SCHOOL: in the student's place
    way            text not null check (way in ('MAIL', 'CARD')),
    words          text, -- of a mail
    handed_over_on date, -- of a card
    with_reflection boolean not null, -- what the student wrote about the job goes with it
    approved_by    text, -- engine user id; null: a student's draft
    at             timestamptz not null,
    corrects       bigint references thank_you,
    check ((way = 'MAIL') = (words is not null)),
    check ((way = 'CARD') = (handed_over_on is not null))
);
create index thank_you_interview on thank_you (interview_id);

create table employer_feedback (
    id            bigint generated always as identity primary key,
    interview_id  text not null references interview,
    answered      boolean not null,            -- false: no reply in time, and all the rest is empty
    took_place    text check (took_place in ('YES', 'CUT_SHORT', 'NO_SHOW', 'MOVED')),
    talked_minutes int check (talked_minutes between 1 and 240), -- when cut short
    arrived       text check (arrived in ('EARLY', 'ON_TIME', 'LATE')),
    late_minutes  int check (late_minutes between 1 and 240),
    experience    int check (experience between 1 and 5),
    prepared      int check (prepared between 1 and 5), -- how well the school prepared the employer
    host_again    text check (host_again in ('YES', 'MAYBE', 'NO')),
    strength      text,
    growth        text,
    roles         text[],                      -- what else the employer could imagine
    minutes_given int check (minutes_given between 0 and 2400),
    quote         text,                        -- what may be quoted; null: nothing
    channel       text check (channel in ('LINK', 'STAFF')),
    at            timestamptz not null,
    corrects      bigint references employer_feedback,
    check (answered = (took_place is not null and experience is not null and prepared is not null
        and host_again is not null and roles is not null and channel is not null))
);
create index employer_feedback_interview on employer_feedback (interview_id);

create table rating (
    id           bigint generated always as identity primary key,
    interview_id text not null references interview,
    rater_role   text not null check (rater_role in ('EMPLOYER', 'TEACHER', 'STUDENT')),
    skill        text not null check (skill in ('COMM', 'CRIT', 'APPR', 'TIME', 'PREP', 'INIT', 'RESP', 'LIST')),
    score        int check (score between 1 and 4), -- null: not observed, and no part of any mean
    skill_set    text not null default 'II-8',
    channel      text not null check (channel in ('LINK', 'STAFF')),
    recorded_by  text,
    at           timestamptz not null,
    corrects     bigint references rating
);
create index rating_interview on rating (interview_id, rater_role);
create unique index rating_once on rating (interview_id, rater_role, skill) where corrects is null;

create table next_step (
    id           bigint generated always as identity primary key,
    interview_id text not null references interview,
    step         text not null check (step in ('JOB_SHADOW', 'WORKPLACE_TOUR', 'SECOND_INTERVIEW_SAME_FIELD',
        'SECOND_INTERVIEW_OTHER_FIELD', 'MOCK_INTERVIEW', 'CAREER_MENTORING', 'WORKPLACE_CHALLENGE', 'INTERNSHIP',
        'SUMMER_JOB_SYEP', 'COURSE_OR_PROGRAM_CHOICE', 'COLLEGE_OR_TRAINING_RESEARCH', 'INDUSTRY_CREDENTIAL',
        'NONE_YET')),
    words        text not null,
    by_when      date not null,
    agreed_by    text, -- engine user id; null: the student alone has chosen
    at           timestamptz not null,
    corrects     bigint references next_step
);
create index next_step_interview on next_step (interview_id);

create table minutes_log (
    id            bigint generated always as identity primary key,
    interview_id  text not null references interview,
    prep          int not null check (prep between 0 and 1200),
    contact       int not null check (contact between 1 and 240),
    reflection    int not null check (reflection between 0 and 1200),
    supervised_by text not null check (supervised_by in ('TEACHER', 'COORDINATOR', 'COUNSELOR', 'ADMINISTRATOR', 'OTHER')),
    verified_by   text not null, -- engine user id
    at            timestamptz not null,
    corrects      bigint references minutes_log
);
create index minutes_log_interview on minutes_log (interview_id);
create unique index minutes_log_once on minutes_log (interview_id) where corrects is null;

-- What the decision "Hours rule" said of the minutes, in minutes.
create table hours_count (
    id           bigint generated always as identity primary key,
    interview_id text not null references interview,
    category     text not null check (category in ('AWARENESS', 'EXPLORATION')),
    logged       int not null check (logged >= eligible),
    eligible     int not null check (eligible >= counted),
    counted      int not null check (counted >= 0),
    at           timestamptz not null,
    corrects     bigint references hours_count
);
create index hours_count_interview on hours_count (interview_id);

-- That a rating is said to be wrong, and what was decided.
create table rating_dispute (
    id         bigint generated always as identity primary key,
    rating_id  bigint not null references rating, -- the one that stood then
    raised_by  text not null check (raised_by in ('STUDENT', 'GUARDIAN')),
    words      text not null,
    entered_by text not null,
    at         timestamptz not null
);
create index rating_dispute_rating on rating_dispute (rating_id);

create table rating_dispute_outcome (
    dispute_id bigint primary key references rating_dispute,
    rating_id  bigint references rating, -- the corrected one; null: kept
    reason     text not null,
    decided_by text not null,
    at         timestamptz not null
);

create table check_in (
    id           bigint generated always as identity primary key,
    employer_id  bigint not null references employer,
    contact_id   bigint not null references employer_contact,
    answered     boolean not null,
    satisfaction int check (satisfaction between 1 and 5),
    need         text,
    stop         boolean not null,
    at           timestamptz not null
);
create index check_in_employer on check_in (employer_id);

-- What a school writes at the end of a school year to the employers that hosted.
create table impact_letter (
    id          bigint generated always as identity primary key,
    school      text not null references school,
    school_year int not null,    -- the calendar year in which it began
    words       text not null,
    quotes      text[] not null, -- of employers who allowed it, without students' names
    approved_by text not null,   -- engine user id
    at          timestamptz not null,
    unique (school, school_year)
);

-- That interviews go from one coordinator to another, and which went.
create table handover (
    id          bigint generated always as identity primary key,
    school      text not null references school,
    outgoing    text not null, -- engine user id; the account may be gone
    successor   text not null, -- engine user id
    most        int check (most between 1 and 1000), -- open interviews to hand over; null: everything
    entered_by  text not null,
    at          timestamptz not null
);

create table handover_interview (
    handover_id  bigint not null references handover,
    interview_id text not null references interview,
    at           timestamptz not null,
    primary key (handover_id, interview_id)
);
create index handover_interview_interview on handover_interview (interview_id);

-- What staff noted of a call, or did for somebody.
create table contact_note (
    id           bigint generated always as identity primary key,
    school       text not null references school,
    interview_id text references interview,
    employer_id  bigint references employer,
    about        text not null, -- the task's definition key
    reached      boolean,
    note         text,
    noted_by     text not null,
    at           timestamptz not null
);
create index contact_note_interview on contact_note (interview_id);

-- That somebody felt unsafe, in their own words; for the safeguarding staff only.
create table safety_report (
    id           bigint generated always as identity primary key,
    interview_id text references interview, -- null: about none
    school       text not null references school,
    source       text not null, -- who says so: EMPLOYER, STUDENT or STAFF
    words        text not null,
    reported_by  text,          -- engine user id; null: entered by the source
    at           timestamptz not null
);
create index safety_report_interview on safety_report (interview_id);

-- What the safeguarding staff decided and did about a report.
create table safety_step (
    id        bigint generated always as identity primary key,
    report_id bigint not null references safety_report,
    step      text not null check (step in ('LOOK', 'ACTION', 'FOLLOW_UP')),
    informed  text,          -- codes of the form's list, separated by commas
    employer  text check (employer in ('PAUSED', 'RELEASED')),
    note      text not null,
    done_by   text not null, -- engine user id
    at        timestamptz not null
);
create index safety_step_report on safety_step (report_id);

-- The newest row that no other corrects is the one that counts.
create index reflection_corrects on reflection (corrects) where corrects is not null;
create index employer_feedback_corrects on employer_feedback (corrects) where corrects is not null;
create index rating_corrects on rating (corrects) where corrects is not null;

-- Whom to call and what an escort must know on the day; gone when the interview is closed.
create table emergency_note (
    interview_id text primary key references interview,
    contact      text not null,
    medical      text
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are facts: add a row that corrects the old one, never change or delete it.', tg_table_name;
end $$;

do $$
declare fact text;
begin
    foreach fact in array array['consent', 'disclosure', 'approval', 'visit_plan', 'room_plan', 'employer_confirmation',
        'research', 'research_review', 'reflection', 'spoken_reflection', 'safety_report', 'thank_you',
        'employer_feedback', 'rating', 'next_step', 'minutes_log', 'hours_count', 'check_in', 'contact_note',
        'safety_step', 'handover', 'handover_interview', 'school_closure', 'rating_dispute', 'rating_dispute_outcome',
        'impact_letter', 'day_note'] loop
        execute format('create trigger keep_facts before update or delete on %I for each row execute function refuse_change()',
            fact);
    end loop;
end $$;

create function refuse_change_of_closed() returns trigger language plpgsql as $$
begin
    raise exception 'Interview % is closed: what is found out later is a new row of a fact.', old.id;
end $$;

-- Who looks after it, and its check-ins, may change.
create trigger keep_closed before update on interview for each row
    when (old.closed_at is not null and to_jsonb(new) - 'coordinator' <> to_jsonb(old) - 'coordinator')
    execute function refuse_change_of_closed();

-- ---------------------------------------------------------------- emailed forms and mails

create table form_link (
    id              uuid primary key,
    token_hash      bytea not null unique check (octet_length(token_hash) = 32), -- SHA-256; the token itself is nowhere
    purpose         text not null,          -- the task's definition key; without a task, the process that the link starts
    task_id         text,
    school          text not null references school,
    role            text not null check (role in ('employers', 'guardians', 'students')),
    person_id       bigint not null,        -- employer_contact, guardian or student, by role
    interview_id    text references interview,
    employer_id     bigint references employer,
    issued_at       timestamptz not null,
    due_at          timestamptz not null,
    expires_at      timestamptz not null,
    asks_code       boolean not null default false, -- the page opens only with a code that is mailed to the address on record
    first_viewed_at timestamptz,            -- be it by a mail scanner
    read_at         timestamptz,            -- the first view that was not just after a mail: probably by a person
    submitted_at    timestamptz,
    revoked_at      timestamptz
);
create index form_link_task on form_link (task_id);
create index form_link_interview on form_link (interview_id);
create index form_link_school on form_link (school, issued_at desc, id desc);
create unique index form_link_start on form_link (interview_id, role, person_id)
    where task_id is null and revoked_at is null;
create index form_link_person on form_link (role, person_id);
create unique index form_link_desk on form_link (person_id) where purpose = 'employer-desk' and revoked_at is null;

-- Answers that somebody has begun to give; gone with the link.
create table form_draft (
    form_link_id uuid primary key references form_link,
    answers      text not null,     -- JSON, by the form's keys
    version      int not null,      -- how often it was saved
    saved_at     timestamptz not null
);

-- The last code that was mailed to open a link with; gone with nothing, so that a lock cannot be shaken off.
create table form_code (
    form_link_id uuid primary key references form_link,
    salt         text not null,     -- the code is made of it and a key that is not in the database
    sent_at      timestamptz not null,
    used_at      timestamptz,
    wrong        int not null default 0, -- codes that were tried and wrong
    locked_until timestamptz
);

-- What somebody answered by a link, in the words of the form on that day; for the person to read again.
create table form_receipt (
    form_link_id uuid primary key references form_link,
    title        text not null,
    lines        text not null,     -- JSON: [{"question": "…", "answer": "…"}]
    at           timestamptz not null
);
create trigger keep_facts before update or delete on form_receipt for each row execute function refuse_change();

-- That somebody asks to correct an answer, and what the school did; the answer itself stays as it was given.
create table answer_correction (
    id           bigint generated always as identity primary key,
    form_link_id uuid not null references form_link,
    words        text not null,
    reach_at     text,
    asked_at     timestamptz not null,
    corrected    boolean,           -- null: nobody has decided
    note         text,
    decided_by   text,              -- engine user id
    decided_at   timestamptz
);
create unique index answer_correction_open on answer_correction (form_link_id) where corrected is null;

-- What pages behind links refused, and how often; without a link: one that does not exist. It names nobody.
create table refusal (
    day          date not null,
    reason       text not null,
    form_link_id uuid references form_link,
    times        int not null,
    unique nulls not distinct (day, reason, form_link_id)
);

-- That somebody says he or she is not the right person to answer, and what the school made of it.
create table wrong_person (
    id           bigint generated always as identity primary key,
    form_link_id uuid not null references form_link,
    name         text not null,     -- of record, on that day
    email        text not null,
    right_name   text,              -- as named by whoever opened the link
    right_email  text,
    reason       text not null,
    asked_at     timestamptz not null,
    decision     text check (decision in ('NAMED', 'OTHER', 'FIRST')), -- null: nobody has decided
    decided_by   text,              -- engine user id
    decided_at   timestamptz
);

-- How often somebody without an account did something in a minute or an hour; kept for two hours.
create table request_count (
    act     text not null,
    who     bytea not null,         -- keyed hash of a link or a network address
    since   timestamptz not null,   -- begin of the minute or hour
    times   int not null,
    primary key (act, who, since)
);
create index request_count_since on request_count (since);

create table mail_log (
    id           uuid primary key,
    message_id   text not null unique,
    template     text not null,
    school       text not null references school,
    recipient    text not null,
    role         text not null,
    person_id    bigint,
    interview_id text references interview,
    employer_id  bigint references employer,
    form_link_id uuid references form_link,
    report_id    bigint,
    queued_at    timestamptz not null,
    planned_at   timestamptz not null, -- when it goes; later than queued only for automatic mails
    sent_at      timestamptz,
    dropped_at   timestamptz,          -- it was no longer needed when its time came
    refused_at   timestamptz,          -- the mail server takes no mail for this address
    refusal      text,                 -- why, in words
    check ((refused_at is null) = (refusal is null))
);
create index mail_log_interview on mail_log (interview_id);
create index mail_log_form_link on mail_log (form_link_id) where form_link_id is not null;
create index mail_log_employer on mail_log (employer_id, planned_at) where employer_id is not null;

-- Somebody's address was wrong: what stood there until then.
create table address_correction (
    id           bigint generated always as identity primary key,
    school       text not null references school,
    role         text not null check (role in ('employers', 'guardians', 'students')),
    person_id    bigint not null,        -- employer_contact, guardian or student, by role
    name         text not null,
    job_title    text,                   -- of an employer's contact
    email        text not null,
    phone        text,
    corrected_by text not null,          -- engine user id
    at           timestamptz not null
);
create trigger keep_facts before update or delete on address_correction for each row execute function refuse_change();

-- Whether somebody who reads the language has found a translation right; of each text the newest row counts.
create table translation_review (
    id         bigint generated always as identity primary key,
    language   text not null,           -- BCP 47, as guardian.language
    sha256     text not null,           -- of the texts in this language
    confirmed  boolean not null,
    reviewer   text not null,           -- who read it
    decided_by text not null,           -- engine user id
    at         timestamptz not null
);
create trigger keep_facts before update or delete on translation_review for each row execute function refuse_change();

-- ---------------------------------------------------------------- reports, seeds

-- One row per student's interview, with what reports count of it: the sum of what other tables say, kept by triggers
-- below, because over 100,000 interviews a figure takes a tenth of the time that the joins take. R__views.sql says what
-- is in it ("report_case_now"). Grade and program stay as they were when the interview was asked for. The columns of a fixed
-- width come first: a figure over all rows reads them three times as fast.
create table report_case (
    belongs_at       timestamptz not null,
    requested_at     timestamptz not null,
    student_id       bigint not null,
    grade            int not null,
    stage            int not null,
    has_next_step    boolean not null,
    employer_id      bigint,
    starts_at        timestamptz,
    booked_at        timestamptz,
    consented_at     timestamptz,
    approved_at      timestamptz,
    prepared_at      timestamptz,
    rated_at         timestamptz,
    reflected_at     timestamptz,
    closed_at        timestamptz,
    logged           int,
    eligible         int,
    counted          int,
    interest_before  int,
    interest_after   int,
    employer_score   numeric,
    teacher_score    numeric,
    student_score    numeric,
    school           text not null,
    mode             text not null,
    outcome          text not null,
    id               text primary key references interview on delete cascade,
    program          text not null,
    career_field     text not null,
    sector           text,
    held_with        text not null,
    ending           text
);
create index report_case_school on report_case (school, belongs_at);
create index report_case_student on report_case (student_id, starts_at);
create index report_case_field on report_case (career_field, school);
create index report_case_host on report_case (employer_id, belongs_at) include (school) where stage >= 4;

-- Two facts of one interview may come at the same moment: who is second waits for the interview, and then sees what the
-- first has written. To wait for the interview, as whoever changes it does, keeps two of them from waiting for each other.
create function keep_report_case(changed text[]) returns void language plpgsql set search_path = interviews as $$
begin
    perform from interview where id = any (changed) order by id for no key update;
    insert into report_case select * from report_case_now where id = any (changed) order by requested_at
    on conflict (id) do update set (career_field, sector, employer_id, held_with, mode, requested_at, booked_at,
        consented_at, approved_at, prepared_at, starts_at, belongs_at, rated_at, reflected_at, closed_at, stage, outcome,
        ending, logged, eligible, counted, interest_before, interest_after, has_next_step, employer_score, teacher_score,
        student_score)
    = (excluded.career_field, excluded.sector, excluded.employer_id, excluded.held_with, excluded.mode,
        excluded.requested_at, excluded.booked_at, excluded.consented_at, excluded.approved_at, excluded.prepared_at,
        excluded.starts_at, excluded.belongs_at, excluded.rated_at, excluded.reflected_at, excluded.closed_at,
        excluded.stage, excluded.outcome, excluded.ending, excluded.logged, excluded.eligible, excluded.counted,
        excluded.interest_before, excluded.interest_after, excluded.has_next_step, excluded.employer_score,
        excluded.teacher_score, excluded.student_score);
end $$;

-- What happens to a class session happens to each student's part of it.
create function interview_changed() returns trigger language plpgsql set search_path = interviews as $$
begin
    perform keep_report_case(array(
        select id from changed union select part.id from interview part join changed on part.session = changed.id));
    return null;
end $$;

create function fact_of_interview_added() returns trigger language plpgsql set search_path = interviews as $$
begin
    perform keep_report_case(array(
        select interview_id from changed
        union select part.id from interview part join changed on part.session = changed.interview_id));
    return null;
end $$;

create function employer_changed() returns trigger language plpgsql set search_path = interviews as $$
begin
    perform keep_report_case(array(
        select c.id from report_case c join changed on changed.id = c.employer_id
            and changed.sector is distinct from c.sector));
    return null;
end $$;

create trigger keep_report_case_of_new after insert on interview
    referencing new table as changed for each statement execute function interview_changed();
create trigger keep_report_case after update on interview
    referencing new table as changed for each statement execute function interview_changed();
create trigger keep_report_case after update on employer
    referencing new table as changed for each statement execute function employer_changed();

do $$
declare fact text;
begin
    foreach fact in array array['consent', 'approval', 'reflection', 'rating', 'employer_feedback', 'next_step',
        'hours_count'] loop
        execute format('create trigger keep_report_case after insert on %I referencing new table as changed for each statement '
            || 'execute function fact_of_interview_added()', fact);
    end loop;
end $$;

-- A workbook that shall be mailed: about what, for whom, what it says, and what its reader said.
create table report (
    id           bigint generated always as identity primary key,
    period       text not null, -- as in an address: 2026, 2026-fall, all
    grade        int,           -- null: all; so are the next four
    program      text,
    career_field text,
    mode         text,
    subgroup     text,
    readers      text not null check (readers in ('STAFF', 'LEADERSHIP', 'ASKER')),
    asked_by     text,          -- engine user id; null: the calendar
    asked_at     timestamptz not null,
    written_at   timestamptz,
    interviews   int,
    summary      text,          -- the key figures, a sentence a line
    workbook     bytea,         -- null until it is written, and when it is no longer kept
    read_by      text,
    read_at      timestamptz,
    comment      text,
    check ((written_at is null) = (interviews is null)),
    check ((written_at is null) = (summary is null)),
    check (workbook is null or written_at is not null)
);

-- The schools that a report is about; none: every school.
create table report_school (
    report_id bigint not null references report on delete cascade,
    school    text not null references school,
    primary key (report_id, school)
);

-- What leadership wants to reach in a school year; of each measure the newest row counts.
create table report_target (
    id          bigint generated always as identity primary key,
    school      text references school, -- null: every school
    school_year int not null,           -- the calendar year in which it begins
    measure     text not null check (measure in ('HELD', 'REACH', 'COMPLETION')),
    value       numeric not null check (value >= 0), -- REACH and COMPLETION: from 0 to 1
    set_by      text not null,          -- engine user id
    at          timestamptz not null
);
create trigger keep_facts before update or delete on report_target for each row execute function refuse_change();

alter table mail_log add constraint mail_log_report foreign key (report_id) references report;
create unique index mail_log_report on mail_log (report_id, recipient) where report_id is not null;

-- A shipped model that met a version which an administrator deployed, and what the administrator chose.
create table definition_choice (
    resource  text not null,          -- processes/interview.bpmn
    sha256    text not null,          -- of the shipped file
    found_at  timestamptz not null,
    choice    text check (choice in ('KEEP', 'REPLACE')),
    chosen_by text,
    chosen_at timestamptz,
    primary key (resource, sha256)
);

-- ---------------------------------------------------------------- sessions of staff

-- A login holds on every node. The layout is Spring Session's.
create table staff_session (
    primary_id            text primary key,
    session_id            text not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        text
);
create index staff_session_expiry on staff_session (expiry_time);

create table staff_session_attributes (
    session_primary_id text not null references staff_session on delete cascade,
    attribute_name     text not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- ---------------------------------------------------------------- the engine's tables

-- Finding 2,000 due timers among 100,000 pending ones takes a quarter of the time with it.
create index if not exists act_idx_job_due on public.act_ru_job (duedate_, retries_);
