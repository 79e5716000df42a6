package org.wbl.interviews.workers;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.wbl.interviews.language.Languages;
import org.wbl.interviews.language.Translations;
import org.wbl.interviews.language.Translations.Standing;
import org.wbl.interviews.process.InterviewProcess;
import org.wbl.interviews.process.TranslationProcess;

/** Has a translation made or looked at as soon as a family needs it; once at a time for each school and language. */
@Component
class Translating {

    private final Translations translations;
    private final RuntimeService runtime;

    Translating(Translations translations, RuntimeService runtime) {
        this.translations = translations;
        this.runtime = runtime;
    }

    void wants(String school, String tag, String interview) {
        var language = Languages.of(tag);
        var standing = translations.standing(language);
        var key = "translation-%s-%s".formatted(school, tag);
        if (standing == Standing.CONFIRMED || isUnderWay(key)) {
            return;
        }
        runtime.startProcessInstanceByKey(
                TranslationProcess.KEY,
                key,
                Variables.createVariables()
                        .putValueTyped("school", Variables.stringValue(school, true))
                        .putValue(InterviewProcess.INTERVIEW_ID.name(), interview)
                        .putValue(TranslationProcess.LANGUAGE.name(), tag)
                        .putValue(TranslationProcess.TRANSLATED.name(), standing == Standing.UNREVIEWED));
    }

    private boolean isUnderWay(String key) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(TranslationProcess.KEY)
                        .processInstanceBusinessKey(key)
                        .count()
                > 0;
    }
}
