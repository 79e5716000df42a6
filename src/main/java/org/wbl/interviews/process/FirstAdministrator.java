package org.wbl.interviews.process;

import java.security.SecureRandom;
import java.util.Base64;
import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Creates the first district administrator when there is none, from {@code ADMIN_USER} and {@code ADMIN_PASSWORD}, or
 * with a random password that is printed once.
 *
 * <p>The group must never be empty: the web applications would then let anybody create an administrator
 * (CVE-2026-77226; the endpoint is closed as well).
 */
@Component
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final IdentityService identities;
    private final String user;
    private final String password;

    FirstAdministrator(
            IdentityService identities,
            @Value("${interviews.first-administrator.user}") String user,
            @Value("${interviews.first-administrator.password}") String password) {
        this.identities = identities;
        this.user = user;
        this.password = password;
    }

    void create() {
        if (identities
                        .createUserQuery()
                        .memberOfGroup(Groups.DISTRICT_ADMINISTRATORS)
                        .count()
                > 0) {
            return;
        }
        var chosen = password.isBlank() ? randomPassword() : password;
        if (identities.createUserQuery().userId(user).count() == 0) {
            var administrator = identities.newUser(user);
            administrator.setFirstName("District");
            administrator.setLastName("Administrator");
            administrator.setPassword(chosen);
            identities.saveUser(administrator);
            if (password.isBlank()) {
                LOG.warn("First administrator: user '{}', password '{}'. This is printed only once.", user, chosen);
            }
        }
        identities.createMembership(user, Groups.DISTRICT_ADMINISTRATORS);
    }

    private static String randomPassword() {
        var random = new byte[18];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
