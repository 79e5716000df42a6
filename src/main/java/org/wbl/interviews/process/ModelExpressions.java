package org.wbl.interviews.process;

import static org.wbl.interviews.process.InterviewProcess.INTERVIEW_ID;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.joda.time.DateTime;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions of models, and nothing else.
 *
 * <p>Three holes of the engine are closed here. Expressions see the workers and the calendar only, not every Spring
 * bean. Only the calendar's methods can be called, so that no text can reach a class loader through reflection. And a
 * query, the one place where the engine evaluates text that came over REST (CVE-2026-109432, also inside
 * {@code orQueries} and stored filters), evaluates without a scope: there only {@link #QUERY_EXPRESSIONS} are allowed.
 */
class ModelExpressions extends JuelExpressionManager {

    /** What a task filter may say; exact texts. */
    static final Set<String> QUERY_EXPRESSIONS =
            Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}", "${dateTime().plusDays(7)}");

    /** Of {@code #{execution.processBusinessKey}}, which hands the key on to a called process. */
    private static final String BUSINESS_KEY = "processBusinessKey";

    private final ModelBeans modelBeans;

    ModelExpressions(ModelBeans modelBeans) {
        this.modelBeans = modelBeans;
    }

    @Override
    public Expression createExpression(String text) {
        ensureInitialized();
        return new ScopedExpression(createValueExpression(text), this, text);
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ModelBeanResolver());
        resolver.add(new CalendarMethods());
        resolver.add(new ArrayELResolver());
        resolver.add(new ListELResolver());
        resolver.add(new MapELResolver());
        return resolver;
    }

    private static final class ScopedExpression extends JuelExpression {

        ScopedExpression(ValueExpression expression, JuelExpressionManager manager, String text) {
            super(expression, manager, text);
        }

        @Override
        public Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
            if (scope == null && !isLiteralText() && !QUERY_EXPRESSIONS.contains(getExpressionText())) {
                throw new QueryExpressions.NotAllowed();
            }
            return super.getValue(scope, execution);
        }
    }

    /** Looks up workers and the calendar by name, and the one property of a case that Camunda Modeler writes itself. */
    private final class ModelBeanResolver extends ELResolver {

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
            if (base instanceof DelegateExecution execution && BUSINESS_KEY.equals(property)) {
                context.setPropertyResolved(true);
                return execution.getProcessBusinessKey();
            }
            if (base != null || !modelBeans.containsKey(property)) {
                return null;
            }
            context.setPropertyResolved(true);
            var bean = modelBeans.get(property);
            return bean instanceof ProcessCalendar calendar ? calendarOf(calendar, context) : bean;
        }

        private static Object calendarOf(ProcessCalendar calendar, ELContext context) {
            return context.getContext(VariableScope.class) instanceof VariableScope scope
                    ? calendar.of(school(scope), INTERVIEW_ID.find(scope).orElse(null))
                    : calendar.of(null, null);
        }

        private static @Nullable String school(VariableScope scope) {
            if (scope instanceof DelegateExecution execution) {
                return execution.getTenantId();
            }
            return scope instanceof DelegateTask task ? task.getTenantId() : null;
        }

        @Override
        public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
            return null;
        }

        @Override
        public void setValue(
                ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {}

        @Override
        public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
            return true;
        }

        @Override
        public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
            return base == null ? String.class : null;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
            return Collections.emptyIterator();
        }
    }

    /** Lets expressions call methods of the calendar, and count days on from now in a query; nothing else. */
    private final class CalendarMethods extends BeanELResolver {

        @Override
        public @Nullable Object invoke(
                ELContext context,
                @Nullable Object base,
                Object method,
                Class<?> @Nullable [] types,
                Object @Nullable [] arguments) {
            return base != null && mayCall(base, String.valueOf(method))
                    ? super.invoke(context, base, method, types, arguments)
                    : null;
        }

        private boolean mayCall(Object base, String method) {
            return base instanceof DateTime
                    ? "plusDays".equals(method) // of QUERY_EXPRESSIONS
                    : base.getClass() == modelBeans.calendarType() && !"getClass".equals(method);
        }

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
            return null;
        }

        @Override
        public void setValue(
                ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {}
    }
}
