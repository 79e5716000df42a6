package org.wbl.interviews.workers;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.process.DisputeProcess;
import org.wbl.interviews.process.FormFacts;
import org.wbl.interviews.rating.Disputes;
import org.wbl.interviews.rating.Ratings;
import org.wbl.interviews.rating.Skill;

/** What forms show of a disputed rating. */
@Component
class DisputeFacts implements FormFacts {

    /** As many as a person can look through; the newest come first. */
    private static final int MOST_INTERVIEWS = 500;

    private static final Map<Skill, String> SKILLS = Map.of(
            Skill.COMM, "communication",
            Skill.CRIT, "critical thinking",
            Skill.APPR, "workplace appearance",
            Skill.TIME, "timeliness",
            Skill.PREP, "preparation and planning",
            Skill.INIT, "initiative",
            Skill.RESP, "responsiveness and respect",
            Skill.LIST, "listening");

    private final Disputes disputes;
    private final Ratings ratings;
    private final Interviews interviews;
    private final Clock clock;

    DisputeFacts(Disputes disputes, Ratings ratings, Interviews interviews, Clock clock) {
        this.disputes = disputes;
        this.ratings = ratings;
        this.interviews = interviews;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> forTask(
            String audience,
            @Nullable String school,
            Map<String, Object> variables,
            Set<String> names,
            Locale language) {
        if (!(variables.get(DisputeProcess.DISPUTE_ID.name()) instanceof Long id)) {
            return Map.of();
        }
        var dispute = disputes.get(id);
        return Map.of(
                "disputeRating",
                "%s objects to how the %s rated %s."
                        .formatted(
                                "STUDENT".equals(dispute.raisedBy()) ? "The student" : "The family",
                                rater(dispute.raterRole()),
                                SKILLS.get(dispute.skill())),
                "disputeWords",
                dispute.words(),
                "disputeRatings",
                ratings.of(dispute.interviewId(), dispute.skill()).stream()
                        .map(rating -> "- The %s: %s"
                                .formatted(
                                        rater(rating.raterRole()),
                                        rating.score() == null ? "not observed" : rating.score() + " of 4"))
                        .collect(joining("\n")));
    }

    @Override
    public Map<String, Object> forStart(Set<String> schools, Set<String> lists) {
        if (!lists.contains("ratedInterviews") || schools.isEmpty()) {
            return Map.of();
        }
        return Map.of(
                "ratedInterviews",
                interviews.rated(schools, MOST_INTERVIEWS).stream()
                        .map(interview -> Map.of("label", InterviewLines.of(interview, clock), "value", interview.id()))
                        .toList());
    }

    private static String rater(Ratings.Rater rater) {
        return rater.name().toLowerCase(Locale.ROOT);
    }
}
