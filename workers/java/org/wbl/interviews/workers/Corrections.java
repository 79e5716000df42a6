package org.wbl.interviews.workers;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wbl.interviews.employer.Employers;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.mail.Addresses;
import org.wbl.interviews.mail.Addresses.Addressee;
import org.wbl.interviews.mail.EmailAddress;
import org.wbl.interviews.process.Refusal;

/** Corrects where somebody gets mail, as the answers {@code newEmail}, {@code newName} and {@code newPhone} say. */
@Component
class Corrections {

    private final Addresses addresses;
    private final Employers employers;
    private final Interviews interviews;
    private final Acting acting;

    Corrections(Addresses addresses, Employers employers, Interviews interviews, Acting acting) {
        this.addresses = addresses;
        this.employers = employers;
        this.interviews = interviews;
        this.acting = acting;
    }

    /**
     * Returns whose address the key stands for, such as employers:12; empty when all interviews of a student are
     * closed.
     */
    Optional<Addressee> find(String school, String key) {
        var parts = key.split(":", 2);
        return parts.length == 2 && parts[1].matches("\\d{1,18}")
                ? addresses.find(parts[0], Long.parseLong(parts[1])).filter(found -> found.school()
                        .equals(school))
                : Optional.empty();
    }

    /** Whether at most one interview is open with an employer's contact. */
    boolean hasNothingElseOpen(Addressee contact) {
        return openWith(contact).size() <= 1;
    }

    /** Returns the open interviews of an employer. */
    List<Interviews.Line> openWith(Addressee contact) {
        return "employers".equals(contact.role())
                ? interviews.openWith(employers.contact(contact.personId()).employerId())
                : List.of();
    }

    Addressee addressee(String school, String key) {
        return find(school, key)
                .orElseThrow(() -> new Refusal("Choose somebody from the list whose interviews are not closed."));
    }

    void correct(Addressee person, Answers answers) {
        var language = answers.find("newLanguage");
        if (language.isPresent()) {
            if (!"guardians".equals(person.role())) {
                throw new Refusal("Only families have a language of their own.");
            }
            addresses.writeIn(language.get(), person);
            if (answers.text("newEmail").strip().equals(person.email())
                    && answers.find("newName").isEmpty()) {
                return;
            }
        }
        correct(
                person,
                answers.text("newEmail").strip(),
                answers.find("newName").map(String::strip).orElse(person.name()),
                answers.find("newPhone").map(String::strip).orElse(person.phone()));
    }

    void correct(Addressee person, String email, String name, @Nullable String phone) {
        if (!EmailAddress.isValid(email)) {
            throw new Refusal("The right e-mail address must be one address of the form name@domain.");
        }
        if ("students".equals(person.role()) && !(name.equals(person.name()) && phone == null)) {
            throw new Refusal(
                    "A student's name and telephone are the school records' to correct. Leave them empty here.");
        }
        if (email.equals(person.email()) && name.equals(person.name())) {
            throw new Refusal("Nothing would change: this is the address that we have.");
        }
        addresses.correct(
                new Addressee(person.role(), person.personId(), person.school(), person.ofWhom(), name, email, phone),
                acting.userId());
    }
}
