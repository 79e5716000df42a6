package org.wbl.interviews.workers;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wbl.interviews.mail.Mail;
import org.wbl.interviews.mail.Template;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffIdentity;

/**
 * Mails whoever has a task, or else the people of the school who may do it, that it waits, not what it is about; where
 * there are none, the district administrators.
 *
 * <p>Reads nothing; sets nothing.
 */
@Component
class TellCandidates implements TaskListener {

    private final StaffIdentity staff;
    private final Mails mails;

    TellCandidates(StaffIdentity staff, Mails mails) {
        this.staff = staff;
        this.mails = mails;
    }

    @Override
    public void notify(DelegateTask task) {
        var school = Objects.requireNonNull(task.getTenantId());
        var group = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        for (var person : people(task.getAssignee(), group, school)) {
            staff.contact(person)
                    .filter(contact -> !contact.email().isBlank())
                    .ifPresent(contact -> mails.queue(Mail.of(Template.TASK_WAITING, school, contact.email(), group)));
        }
    }

    private Set<String> people(@Nullable String assignee, String group, String school) {
        if (assignee != null) {
            return Set.of(assignee);
        }
        var people = staff.members(group, List.of(school)).keySet();
        return people.isEmpty() ? staff.members(Groups.DISTRICT_ADMINISTRATORS).keySet() : people;
    }
}
