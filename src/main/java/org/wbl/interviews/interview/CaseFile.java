package org.wbl.interviews.interview;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything a page or a mail may want to know of one interview, with the latest answer of each kind (view case_file).
 *
 * <p>A class session has a class in place of the student: its name as the given name, and nothing else of a person.
 *
 * @param sessionId of one student's part in a class session: the session
 * @param className of a class session: the class, of so many students
 */
public record CaseFile(
        String id,
        String school,
        String schoolName,
        String schoolAddress,
        String schoolPhone,
        long studentId,
        String givenName,
        String familyName,
        String studentEmail,
        int grade,
        String program,
        @Nullable String sessionId,
        @Nullable String className,
        int classSize,
        @Nullable String recordingTitle,
        @Nullable String recordingAddress,
        String requestedBy,
        String coordinator,
        String teacher,
        Mode mode,
        @Nullable String platform,
        String careerField,
        @Nullable String reason,
        @Nullable String accommodations,
        @Nullable String course,
        @Nullable String objectives,
        @Nullable Long employerId,
        @Nullable String employerName,
        @Nullable String employerAddress,
        @Nullable Long contactId,
        @Nullable String contactName,
        @Nullable String contactTitle,
        @Nullable String contactEmail,
        @Nullable String contactPhone,
        @Nullable String offeredTimes,
        @Nullable String offeredModes,
        @Nullable String arrivalNotes,
        @Nullable String place,
        @Nullable String meetingLink,
        @Nullable OffsetDateTime startsAt,
        @Nullable Integer plannedMinutes,
        boolean expedited,
        int calendarSequence,
        String status,
        @Nullable OffsetDateTime heldSince,
        @Nullable String holdReason,
        @Nullable OffsetDateTime studentReadyAt,
        @Nullable Integer contactMinutes,
        @Nullable Integer lateMinutes,
        @Nullable String ending,
        boolean shareData,
        @Nullable Long consentId,
        @Nullable Long researchId,
        @Nullable String researchIndustry,
        @Nullable String researchEmployer,
        @Nullable String researchEducation,
        @Nullable String researchSources,
        @Nullable String questions,
        @Nullable Boolean researchApproved,
        @Nullable String researchFeedback) {

    /** Returns the student as staff of the school may see them. */
    public String studentName() {
        return isClassSession()
                ? "%s, %d students".formatted(givenName, classSize)
                : givenName + " " + familyName + ", grade " + grade;
    }

    public boolean isClassSession() {
        return className != null;
    }

    /** Returns the student as the employer may know them: by first name, grade and program with consent only. */
    public String studentForEmployer() {
        if (isClassSession()) {
            return "a class of %d students".formatted(classSize);
        }
        return shareData ? "%s, grade %d, %s".formatted(givenName, grade, program) : "a student";
    }

    /** Returns where the interview is, in words; empty before it is booked. */
    public String where() {
        return switch (mode) {
            case IN_PERSON_WORKPLACE -> place == null ? "" : place;
            case IN_PERSON_SCHOOL -> place == null ? "" : "%s, %s, %s".formatted(place, schoolName, schoolAddress);
            case PHONE -> startsAt == null ? "" : "By telephone: the school calls";
            case VIDEO, HYBRID -> startsAt == null ? "" : "By video (%s)".formatted(Platform.words(platform));
            case RECORDED_SIMULATION -> place == null ? "In class" : place;
        };
    }

    /** Whether words tell the employer a name of the student that it may not know; the family name is never told. */
    public boolean namesStudentToEmployer(String words) {
        return !isClassSession() && (holds(words, familyName) || (!shareData && holds(words, givenName)));
    }

    /** A name counts as it is written: "will" is a word, "Will" may be a name. */
    private static boolean holds(String words, String name) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")
                .matcher(words)
                .find();
    }

    /** Returns the questions that the employer may see: with consent; those of a class are asked on the day. */
    public List<String> questionsForEmployer() {
        return shareData ? questionList() : List.of();
    }

    /** Returns the student's questions. */
    public List<String> questionList() {
        return questions == null
                ? List.of()
                : Arrays.stream(questions.split("\\R", -1))
                        .map(String::strip)
                        .filter(question -> !question.isEmpty())
                        .toList();
    }
}
