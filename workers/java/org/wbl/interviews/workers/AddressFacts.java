package org.wbl.interviews.workers;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wbl.interviews.form.WrongPersons;
import org.wbl.interviews.mail.Addresses;
import org.wbl.interviews.mail.Addresses.Addressee;
import org.wbl.interviews.mail.MailLog;
import org.wbl.interviews.process.AddressProcess;
import org.wbl.interviews.process.FormFacts;

/** What forms show of somebody's address that does not work, and whose address one can correct. */
@Component
class AddressFacts implements FormFacts {

    private final Addresses addresses;
    private final Corrections corrections;
    private final MailLog log;
    private final WrongPersons wrongPersons;
    private final Clock clock;

    AddressFacts(Addresses addresses, Corrections corrections, MailLog log, WrongPersons wrongPersons, Clock clock) {
        this.addresses = addresses;
        this.corrections = corrections;
        this.log = log;
        this.wrongPersons = wrongPersons;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> forTask(
            String audience,
            @Nullable String school,
            Map<String, Object> variables,
            Set<String> names,
            Locale language) {
        var facts = new HashMap<String, Object>();
        if (variables.get(AddressProcess.REFUSED_MAIL.name()) instanceof String id) {
            var mail = log.get(UUID.fromString(id)).mail();
            facts.put("refusedAddress", mail.recipient());
            facts.put("refusal", log.refusal(mail.id()).orElse(""));
            facts.put("refusedMailSubject", mail.template().words());
        }
        if (variables.get(AddressProcess.WRONG_PERSON_ID.name()) instanceof Long id) {
            var wrong = wrongPersons.get(id);
            var atOnce = Boolean.TRUE.equals(variables.get(AddressProcess.ASK_AT_ONCE.name()));
            facts.put("askedPerson", "%s, %s".formatted(wrong.name(), wrong.email()));
            facts.put(
                    "namedPerson",
                    wrong.rightName() == null && wrong.rightEmail() == null
                            ? "nobody"
                            : "%s, %s"
                                    .formatted(
                                            requireNonNullElse(wrong.rightName(), "no name"),
                                            requireNonNullElse(wrong.rightEmail(), "no address")));
            facts.put(
                    "whyNotThem",
                    switch (wrong.reason()) {
                        case "NOT_MINE" -> "does not know what this is about";
                        case "COLLEAGUE" -> "somebody else looks after it";
                        case "LEFT" -> "the person we mean is not there any more";
                        default -> "another reason";
                    });
            facts.put(
                    "alsoConcerns",
                    school != null && variables.get(AddressProcess.ADDRESSEE.name()) instanceof String key
                            ? corrections.find(school, key).map(corrections::openWith).orElse(List.of()).stream()
                                    .map(interview -> "- " + InterviewLines.of(interview, clock))
                                    .collect(joining("\n"))
                            : "");
            facts.put(
                    "linkWent",
                    atOnce
                            ? "The person named has a new link already."
                            : "The link is closed, and nobody else has one yet: it goes out when you have decided.");
        }
        if (school != null && variables.get(AddressProcess.ADDRESSEE.name()) instanceof String key) {
            corrections.find(school, key).ifPresent(person -> {
                facts.put("addresseeName", person.name());
                facts.put("addresseeOf", person.ofWhom());
                facts.put("addresseePhone", requireNonNullElse(person.phone(), "no telephone number"));
            });
        }
        return facts;
    }

    @Override
    public Map<String, Object> forStart(Set<String> schools, Set<String> lists) {
        return lists.contains("addressees") && !schools.isEmpty()
                ? Map.of(
                        "addressees",
                        addresses.of(schools).stream()
                                .map(person -> Map.of("label", label(person), "value", person.key()))
                                .toList())
                : Map.of();
    }

    private static String label(Addressee person) {
        return "%s, %s (%s)".formatted(person.name(), person.ofWhom(), person.email());
    }
}
