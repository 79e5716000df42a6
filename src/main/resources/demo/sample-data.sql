-- Two invented schools with everything a demo needs. Nobody here exists.
insert into interviews.school (code, name, address, phone) values
    ('02M999', 'Harbor Point High School', '120 Pier Street, New York, NY 10038', '212-555-0110'),
    ('13K998', 'Prospect Technical High School', '44 Grove Avenue, Brooklyn, NY 11201', '718-555-0120');

insert into interviews.day_off (school, day, kind, name)
select school.code, off.day::date, off.kind, off.name
from interviews.school, (values
    ('2026-11-26', 'HOLIDAY', 'Thanksgiving'), ('2026-11-27', 'CLOSED', 'Thanksgiving recess'),
    ('2026-12-24', 'CLOSED', 'Winter recess'), ('2026-12-25', 'HOLIDAY', 'Winter recess'),
    ('2026-12-28', 'CLOSED', 'Winter recess'), ('2026-12-29', 'CLOSED', 'Winter recess'),
    ('2026-12-30', 'CLOSED', 'Winter recess'), ('2026-12-31', 'CLOSED', 'Winter recess'),
    ('2027-01-01', 'HOLIDAY', 'New Year''s Day'), ('2027-01-18', 'HOLIDAY', 'Martin Luther King Jr. Day'),
    ('2027-02-15', 'HOLIDAY', 'Presidents'' Day'), ('2027-02-16', 'CLOSED', 'Midwinter recess'),
    ('2027-02-17', 'CLOSED', 'Midwinter recess'), ('2027-02-18', 'CLOSED', 'Midwinter recess'),
    ('2027-02-19', 'CLOSED', 'Midwinter recess'), ('2027-03-26', 'CLOSED', 'Spring recess'),
    ('2027-05-31', 'HOLIDAY', 'Memorial Day'), ('2027-06-18', 'HOLIDAY', 'Juneteenth'),
    ('2027-07-05', 'HOLIDAY', 'Independence Day'), ('2027-09-06', 'HOLIDAY', 'Labor Day')) as off (day, kind, name);

insert into interviews.student (school, student_number, given_name, family_name, email, born_on, grade, program) values
    ('02M999', '900000101', 'Amina', 'Bello', 'amina.b@students.harborpoint.example', '2010-03-14', 11, 'Health sciences'),
    ('02M999', '900000102', 'Diego', 'Fuentes', 'diego.f@students.harborpoint.example', '2010-08-02', 11, 'Software engineering'),
    ('02M999', '900000103', 'Mei', 'Lin', 'mei.l@students.harborpoint.example', '2011-01-25', 10, 'Health sciences'),
    ('02M999', '900000104', 'Jonas', 'Petrov', 'jonas.p@students.harborpoint.example', '2009-11-30', 12, 'Architecture'),
    ('02M999', '900000105', 'Sofia', 'Reyes', 'sofia.r@students.harborpoint.example', '2010-05-19', 11, 'Culinary arts'),
    ('13K998', '900000201', 'Kofi', 'Mensah', 'kofi.m@students.prospecttech.example', '2010-02-11', 11, 'Automotive technology'),
    ('13K998', '900000202', 'Laila', 'Haddad', 'laila.h@students.prospecttech.example', '2010-12-07', 10, 'Graphic design'),
    ('13K998', '900000203', 'Ivan', 'Kowal', 'ivan.k@students.prospecttech.example', '2009-09-23', 12, 'Electrical installation');

insert into interviews.guardian (student_id, name, email, phone)
select id, 'Family ' || family_name, lower(family_name) || '.family@mail.example', '917-555-01' || (id % 90 + 10)
from interviews.student;

insert into interviews.employer (school, name, sector, address) values
    ('02M999', 'Riverside Animal Clinic', 'Health', '8 Canal Row, New York, NY 10013'),
    ('02M999', 'Brightline Software', 'Information technology', '500 Seventh Walk, New York, NY 10018'),
    ('02M999', 'Ostra Architects', 'Architecture and construction', '77 Mercer Yard, New York, NY 10012'),
    ('13K998', 'Fulton Street Garage', 'Transportation', '310 Fulton Lane, Brooklyn, NY 11216'),
    ('13K998', 'Paper Crane Design', 'Arts, audio/video and communications', '19 Court Mews, Brooklyn, NY 11231');

insert into interviews.employer_contact (employer_id, name, job_title, email, phone)
select e.id, c.name, c.job_title, c.email, c.phone
from interviews.employer e join (values
    ('Riverside Animal Clinic', 'Dr. Nora Feld', 'Veterinarian', 'nora.feld@riverside-clinic.example', '212-555-0141'),
    ('Brightline Software', 'Sam Okafor', 'Engineering manager', 'sam.okafor@brightline.example', '212-555-0142'),
    ('Ostra Architects', 'Elena Marsh', 'Architect', 'elena.marsh@ostra.example', '212-555-0143'),
    ('Fulton Street Garage', 'Tony Brandt', 'Workshop owner', 'tony@fulton-garage.example', '718-555-0151'),
    ('Paper Crane Design', 'Yuki Arden', 'Art director', 'yuki@papercrane.example', '718-555-0152'))
    as c (employer, name, job_title, email, phone) on c.employer = e.name;
