-- Two invented schools with everything a demo needs. Nobody here exists.
insert into interviews.school (code, name, address, phone) values
    ('02M999', 'Harbor Point High School', '120 Pier Street, New York, NY 10038', '212-555-0110'),
    ('13K998', 'Prospect Technical High School', '44 Grove Avenue, Brooklyn, NY 11201', '718-555-0120');

-- Twelve years of holidays, recesses, half days and exams, so that the demo is useful whenever it begins. The schools
-- work in summer.

-- The nth given day (0 Sunday … 6 Saturday) of a month.
create or replace function pg_temp.nth_day(y int, month int, weekday int, nth int) returns date immutable
    return make_date(y, month, 1) + (7 + weekday - extract(dow from make_date(y, month, 1))::int) % 7 + 7 * (nth - 1);

-- A holiday on a weekend is kept on the Friday before or the Monday after.
create or replace function pg_temp.observed(y int, month int, day int) returns date immutable
    return make_date(y, month, day)
        + case extract(dow from make_date(y, month, day)) when 6 then -1 when 0 then 1 else 0 end;

insert into interviews.calendar_day (school, day, kind, name)
select school.code, off.day, 'HOLIDAY', off.name
from interviews.school,
    generate_series(extract(year from current_date)::int, extract(year from current_date)::int + 12) as year (y),
    lateral (values
        (pg_temp.observed(y, 1, 1), 'New Year''s Day'),
        (pg_temp.nth_day(y, 1, 1, 3), 'Martin Luther King Jr. Day'),
        (pg_temp.nth_day(y, 2, 1, 3), 'Presidents'' Day'),
        (pg_temp.nth_day(y, 6, 1, 1) - 7, 'Memorial Day'),
        (pg_temp.observed(y, 6, 19), 'Juneteenth'),
        (pg_temp.observed(y, 7, 4), 'Independence Day'),
        (pg_temp.nth_day(y, 9, 1, 1), 'Labor Day'),
        (pg_temp.nth_day(y, 10, 1, 2), 'Indigenous Peoples'' Day'),
        (pg_temp.observed(y, 11, 11), 'Veterans Day'),
        (pg_temp.nth_day(y, 11, 4, 4), 'Thanksgiving'),
        (pg_temp.observed(y, 12, 25), 'Christmas Day')) as off (day, name);

insert into interviews.calendar_day (school, day, kind, name)
select school.code, off.first + more, 'CLOSED', off.name
from interviews.school,
    generate_series(extract(year from current_date)::int, extract(year from current_date)::int + 12) as year (y),
    lateral (values
        (pg_temp.nth_day(y, 2, 1, 3), 5, 'Midwinter recess'),
        (pg_temp.nth_day(y, 4, 1, 2), 5, 'Spring recess'),
        (pg_temp.nth_day(y, 11, 4, 4), 2, 'Thanksgiving recess'),
        (make_date(y, 12, 24), 8, 'Winter recess')) as off (first, days, name),
    generate_series(0, off.days - 1) as more
where extract(isodow from off.first + more) < 6
on conflict do nothing;

insert into interviews.calendar_day (school, day, kind, name)
select school.code, special.first + more, special.kind, special.name
from interviews.school,
    generate_series(extract(year from current_date)::int, extract(year from current_date)::int + 12) as year (y),
    lateral (values
        (pg_temp.nth_day(y, 1, 2, 4), 4, 'EXAM', 'Regents exams'),
        (pg_temp.nth_day(y, 3, 5, 2), 1, 'HALF_DAY', 'Family conferences'),
        (pg_temp.nth_day(y, 6, 2, 3), 4, 'EXAM', 'Regents exams'),
        (pg_temp.nth_day(y, 11, 5, 2), 1, 'HALF_DAY', 'Family conferences')) as special (first, days, kind, name),
    generate_series(0, special.days - 1) as more
on conflict do nothing;

-- Ages fit the grades whenever the demo begins; one student of each school is 18.
insert into interviews.student (school, student_number, given_name, family_name, email, born_on, grade, program)
select s.school, s.student_number, s.given_name, s.family_name,
    lower(translate(s.given_name, 'áéíóúñ', 'aeioun') || '.' || left(s.family_name, 1)) || '@students.'
        || case s.school when '02M999' then 'harborpoint' else 'prospecttech' end || '.example',
    (current_date - make_interval(months => s.months))::date, s.grade, s.program
from (values
    ('02M999', '900000101', 'Amina', 'Bello', 200, 11, 'Health sciences'),
    ('02M999', '900000102', 'Diego', 'Fuentes', 196, 11, 'Software engineering'),
    ('02M999', '900000103', 'Mei', 'Lin', 190, 10, 'Health sciences'),
    ('02M999', '900000104', 'Jonas', 'Petrov', 217, 12, 'Architecture'),
    ('02M999', '900000105', 'Sofia', 'Reyes', 199, 11, 'Culinary arts'),
    ('02M999', '900000106', 'Noor', 'Rahman', 187, 10, 'Software engineering'),
    ('02M999', '900000107', 'Elijah', 'Brooks', 209, 12, 'Health sciences'),
    ('02M999', '900000108', 'Clara', 'Weiss', 194, 10, 'Architecture'),
    ('02M999', '900000109', 'Tomás', 'Vega', 203, 11, 'Business and finance'),
    ('02M999', '900000110', 'Hana', 'Sato', 211, 12, 'Software engineering'),
    ('13K998', '900000201', 'Kofi', 'Mensah', 201, 11, 'Automotive technology'),
    ('13K998', '900000202', 'Laila', 'Haddad', 188, 10, 'Graphic design'),
    ('13K998', '900000203', 'Ivan', 'Kowal', 218, 12, 'Electrical installation'),
    ('13K998', '900000204', 'Grace', 'Okoro', 198, 11, 'Graphic design'),
    ('13K998', '900000205', 'Mateo', 'Silva', 191, 10, 'Carpentry'),
    ('13K998', '900000206', 'Anya', 'Ivanova', 204, 11, 'Electrical installation'),
    ('13K998', '900000207', 'Samir', 'Patel', 210, 12, 'Automotive technology'),
    ('13K998', '900000208', 'Ruth', 'Adler', 189, 10, 'Carpentry'),
    ('13K998', '900000209', 'Malik', 'Johnson', 197, 11, 'Graphic design'),
    ('13K998', '900000210', 'Thuy', 'Nguyen', 207, 12, 'Electrical installation'))
    as s (school, student_number, given_name, family_name, months, grade, program);

insert into interviews.guardian (student_id, name, email, phone, language)
select id, 'Family ' || family_name, lower(family_name) || '.family@mail.example', '917-555-01' || (id % 90 + 10),
    case family_name when 'Fuentes' then 'es' when 'Reyes' then 'es' when 'Lin' then 'zh-Hans' when 'Rahman' then 'bn'
        when 'Haddad' then 'ar' when 'Mensah' then 'fr' else 'en' end
from interviews.student;

insert into interviews.employer (school, name, sector, address) values
    ('02M999', 'Riverside Animal Clinic', 'Health', '8 Canal Row, New York, NY 10013'),
    ('02M999', 'Brightline Software', 'Information technology', '500 Seventh Walk, New York, NY 10018'),
    ('02M999', 'Ostra Architects', 'Architecture and construction', '77 Mercer Yard, New York, NY 10012'),
    ('02M999', 'Lantern Street Bakery', 'Hospitality and tourism', '26 Lantern Street, New York, NY 10002'),
    ('02M999', 'Pier Nine Pharmacy', 'Health', '9 Pier Street, New York, NY 10038'),
    ('02M999', 'Harborside Credit Union', 'Finance', '210 Water Lane, New York, NY 10005'),
    ('13K998', 'Fulton Street Garage', 'Transportation', '310 Fulton Lane, Brooklyn, NY 11216'),
    ('13K998', 'Paper Crane Design', 'Arts, audio/video and communications', '19 Court Mews, Brooklyn, NY 11231'),
    ('13K998', 'Gowan Electric', 'Architecture and construction', '61 Third Basin, Brooklyn, NY 11215'),
    ('13K998', 'Dovetail Woodworks', 'Manufacturing', '5 Navy Walk, Brooklyn, NY 11205'),
    ('13K998', 'Crown Bicycle Works', 'Transportation', '140 Crown Place, Brooklyn, NY 11225');

insert into interviews.employer_contact (employer_id, name, job_title, email, phone)
select e.id, c.name, c.job_title, c.email, c.phone
from interviews.employer e join (values
    ('Riverside Animal Clinic', 'Dr. Nora Feld', 'Veterinarian', 'nora.feld@riverside-clinic.example', '212-555-0141'),
    ('Brightline Software', 'Sam Okafor', 'Engineering manager', 'sam.okafor@brightline.example', '212-555-0142'),
    ('Ostra Architects', 'Elena Marsh', 'Architect', 'elena.marsh@ostra.example', '212-555-0143'),
    ('Lantern Street Bakery', 'Pia Lund', 'Head baker', 'pia@lantern-bakery.example', '212-555-0144'),
    ('Pier Nine Pharmacy', 'Omar Said', 'Pharmacist', 'omar.said@piernine.example', '212-555-0145'),
    ('Harborside Credit Union', 'Joan Keller', 'Branch manager', 'joan.keller@harborside.example', '212-555-0146'),
    ('Fulton Street Garage', 'Tony Brandt', 'Workshop owner', 'tony@fulton-garage.example', '718-555-0151'),
    ('Paper Crane Design', 'Yuki Arden', 'Art director', 'yuki@papercrane.example', '718-555-0152'),
    ('Gowan Electric', 'Marta Zielinska', 'Master electrician', 'marta@gowan-electric.example', '718-555-0153'),
    ('Dovetail Woodworks', 'Leon Baptiste', 'Cabinetmaker', 'leon@dovetail.example', '718-555-0154'),
    ('Crown Bicycle Works', 'Ines Moreau', 'Shop manager', 'ines@crownbicycle.example', '718-555-0155'))
    as c (employer, name, job_title, email, phone) on c.employer = e.name;

-- A class and a recording for each school.
insert into interviews.class_list (school, name) values ('02M999', 'Biology 11B'), ('13K998', 'Design workshop');

insert into interviews.class_list_member (class_list_id, student_id)
select l.id, s.id from interviews.class_list l join interviews.student s on s.school = l.school where s.grade = 11;

insert into interviews.recording (school, title, career_field, employer, address, rights, captions, shown_until, entered_by,
    entered_at)
values
    ('02M999', 'Inside an animal clinic', 'Health', 'Riverside Animal Clinic', 'https://video.example/vet', 'Signed by both; school office',
        true, current_date + 300, 'carla', now()),
    ('13K998', 'How a logo is made', 'Arts, audio/video and communications', 'Paper Crane Design', 'https://video.example/logo',
        'Signed by both; school office', true, current_date + 300, 'cora', now());
