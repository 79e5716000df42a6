package org.wbl.interviews.process;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Creates accounts of staff, and schools as the engine's tenants. */
@Component
public class StaffAccounts {

    private final IdentityService identities;

    StaffAccounts(IdentityService identities) {
        this.identities = identities;
    }

    /** Creates a school's tenant, unless it exists. */
    public void addSchool(String code, String name) {
        if (identities.createTenantQuery().tenantId(code).count() == 0) {
            var tenant = identities.newTenant(code);
            tenant.setName(name);
            identities.saveTenant(tenant);
        }
    }

    /** Creates an account, unless it exists. */
    public void add(Account account, String password) {
        if (identities.createUserQuery().userId(account.userId()).count() > 0) {
            return;
        }
        var user = identities.newUser(account.userId());
        user.setFirstName(account.firstName());
        user.setLastName(account.lastName());
        user.setEmail(account.email());
        user.setPassword(password);
        identities.saveUser(user);
        identities.createMembership(account.userId(), account.group());
        account.schools().forEach(school -> identities.createTenantUserMembership(school, account.userId()));
    }

    /** Puts a member of staff into one more group, unless already in it. */
    public void addToGroup(String userId, String group) {
        if (identities.createUserQuery().userId(userId).memberOfGroup(group).count() == 0) {
            identities.createMembership(userId, group);
        }
    }

    /** A member of staff to be. */
    public record Account(
            String userId, String firstName, String lastName, String email, String group, List<String> schools) {}
}
