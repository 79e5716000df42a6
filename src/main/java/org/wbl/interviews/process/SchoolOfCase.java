package org.wbl.interviews.process;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Gives every started case its school, as the engine's tenant.
 *
 * <p>A person's case belongs to the person's school; whoever works for several schools names one in the variable
 * {@code school}. A case started by a worker belongs to the school that the worker names there. Cases of the whole
 * district have no tenant.
 */
class SchoolOfCase implements TenantIdProvider {

    static final ProcessVariable<String> SCHOOL = ProcessVariable.string("school");

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        var named = context.getVariables().get(SCHOOL.name()) instanceof String school ? school : null;
        var person = Context.getCommandContext().getAuthentication();
        if (person == null || person.getUserId() == null) {
            return named;
        }
        List<String> schools = person.getTenantIds() == null ? List.of() : person.getTenantIds();
        if (named != null && schools.contains(named)) {
            return named;
        }
        return schools.size() == 1 ? schools.get(0) : null;
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        return context.getExecution() == null ? null : context.getExecution().getTenantId();
    }
}
