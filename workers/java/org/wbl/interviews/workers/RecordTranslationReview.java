package org.wbl.interviews.workers;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.wbl.interviews.language.Languages;
import org.wbl.interviews.language.Translations;
import org.wbl.interviews.process.TranslationProcess;

/**
 * Records what somebody who reads the language thinks of a translation: from now on families read it without a note, or
 * read English.
 *
 * <p>Reads {@code translationLanguage} and the answers {@code right} and {@code reviewer}; sets nothing.
 */
@Component
class RecordTranslationReview implements TaskListener {

    private final Translations translations;
    private final Acting acting;

    RecordTranslationReview(Translations translations, Acting acting) {
        this.translations = translations;
        this.acting = acting;
    }

    @Override
    public void notify(DelegateTask task) {
        var answers = new Answers(task);
        translations.decide(
                Languages.of(TranslationProcess.LANGUAGE.get(task)),
                answers.yes("right"),
                answers.text("reviewer"),
                acting.userId());
    }
}
