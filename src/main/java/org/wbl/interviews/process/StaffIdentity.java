package org.wbl.interviews.process;

import static java.util.stream.Collectors.toSet;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.stereotype.Component;

/** Tells who a member of staff is: by password for the REST interface, by Tasklist's session for our own pages. */
@Component
public class StaffIdentity {

    private static final String ENGINE = "default";

    /** The engine refuses people a query without a limit. */
    private static final int MOST = 500;

    private final IdentityService identities;

    StaffIdentity(IdentityService identities) {
        this.identities = identities;
    }

    /** Returns the member of staff with this password; the engine slows down repeated wrong ones. */
    public Optional<StaffMember> withPassword(String userId, String password) {
        return identities.checkPassword(userId, password) ? member(userId) : Optional.empty();
    }

    /** Returns who is signed in to Tasklist in this session, unless the account was deleted meanwhile. */
    public Optional<StaffMember> signedInTo(HttpSession session) {
        var authentication = AuthenticationUtil.getAuthsFromSession(session).getAuthenticationForProcessEngine(ENGINE);
        return authentication == null ? Optional.empty() : member(authentication.getIdentityId());
    }

    /** Returns the name and the e-mail address of a member of staff. */
    public Optional<Contact> contact(String userId) {
        return asTheApplication(() -> Optional.ofNullable(
                        identities.createUserQuery().userId(userId).singleResult()))
                .map(found -> new Contact(
                        (found.getFirstName() + " " + found.getLastName()).strip(),
                        found.getEmail() == null ? "" : found.getEmail()));
    }

    /** Returns the names of a group's members who work for one of these schools, by user id, sorted by name. */
    public Map<String, String> members(String group, Collection<String> schools) {
        var members = new LinkedHashMap<String, String>();
        for (var school : schools) {
            members.putAll(
                    names(identities.createUserQuery().memberOfGroup(group).memberOfTenant(school)));
        }
        return members;
    }

    /** Returns the names of a group's members, whatever school they work for, by user id, sorted by name. */
    public Map<String, String> members(String group) {
        return names(identities.createUserQuery().memberOfGroup(group));
    }

    private Map<String, String> names(UserQuery people) {
        var names = new LinkedHashMap<String, String>();
        asTheApplication(() -> people.orderByUserLastName().asc().listPage(0, MOST))
                .forEach(user -> names.put(user.getId(), (user.getFirstName() + " " + user.getLastName()).strip()));
        return names;
    }

    /** Staff may not read each other's accounts; names and addresses on forms and mails are ours to show. */
    private <T> T asTheApplication(Supplier<T> reading) {
        var caller = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return reading.get();
        } finally {
            identities.setAuthentication(caller);
        }
    }

    /** Has the engine make its checks for {@code member} until {@link #leave}. */
    public void enter(StaffMember member) {
        identities.setAuthentication(
                member.userId(), new ArrayList<>(member.groups()), new ArrayList<>(member.schools()));
    }

    public void leave() {
        identities.clearAuthentication();
    }

    /** Groups and schools are read afresh each time: a session may be older than a change of rights. */
    public Optional<StaffMember> member(String userId) {
        return asTheApplication(() -> known(userId));
    }

    private Optional<StaffMember> known(String userId) {
        if (identities.createUserQuery().userId(userId).count() == 0) {
            return Optional.empty();
        }
        var groups = identities.createGroupQuery().groupMember(userId).listPage(0, MOST).stream()
                .map(Group::getId)
                .collect(toSet());
        var schools =
                identities.createTenantQuery().userMember(userId).includingGroupsOfUser(true).listPage(0, MOST).stream()
                        .map(Tenant::getId)
                        .collect(toSet());
        return Optional.of(new StaffMember(userId, groups, schools));
    }

    /** How to reach a member of staff. */
    public record Contact(String name, String email) {}
}
