package org.wbl.interviews.process;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;

/**
 * Gives every started case its school, as the engine's tenant.
 *
 * <p>A called process belongs to the school of the case that calls it. A person's case belongs to the person's school;
 * whoever works for several schools names one in the variable {@code school}. A case started by a worker belongs to the
 * school that the worker names there. Cases of the whole district have no tenant, every school sees them: only district
 * administrators and timers start one. A report about several schools has none either.
 */
class SchoolOfCase implements TenantIdProvider {

    static final ProcessVariable<String> SCHOOL = ProcessVariable.string("school");

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        if (context.getSuperExecution() != null) {
            return context.getSuperExecution().getTenantId();
        }
        var named = context.getVariables().get(SCHOOL.name()) instanceof String school ? school : null;
        var person = Context.getCommandContext().getAuthentication();
        if (person == null || person.getUserId() == null || isOfTheDistrict(person)) {
            return named;
        }
        List<String> schools = person.getTenantIds() == null ? List.of() : person.getTenantIds();
        if (named != null && schools.contains(named)) {
            return named;
        }
        if (schools.size() == 1) {
            return schools.get(0);
        }
        var isReport = ReportProcess.KEY.equals(context.getProcessDefinition().getKey());
        if (isReport && named == null && !schools.isEmpty()) {
            return null;
        }
        throw new Refusal("Your account does not say which school this is for. Ask a district administrator to make it"
                + " an account of one school.");
    }

    private static boolean isOfTheDistrict(Authentication person) {
        return person.getGroupIds() != null && person.getGroupIds().contains(Groups.DISTRICT_ADMINISTRATORS);
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
