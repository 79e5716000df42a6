package org.wbl.interviews.process;

import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Grants nothing per task, and lets people read, not change, their own account.
 *
 * <p>Rights are grants on process definitions per group ({@link Grants}): with a grant per task, counting a task list
 * was 158 to 816 times slower. And the engine's own default would let everybody change their e-mail address without a
 * password, and delete their account.
 */
class NoGrantsPerTask extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newUser(User user) {
        var readOwnAccount = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
        readOwnAccount.setUserId(user.getId());
        readOwnAccount.setResource(USER);
        readOwnAccount.setResourceId(user.getId());
        readOwnAccount.addPermission(READ);
        return new AuthorizationEntity[] {readOwnAccount};
    }

    @Override
    public AuthorizationEntity @Nullable [] newTask(Task task) {
        return null;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(
            Task task, @Nullable String oldAssignee, @Nullable String newAssignee) {
        return null;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskOwner(
            Task task, @Nullable String oldOwner, @Nullable String newOwner) {
        return null;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskUserIdentityLink(Task task, String userId, String type) {
        return null;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        return null;
    }
}
