package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wbl.interviews.process.Groups;

@StoryOf("translation-review")
@DisplayName("A family that reads another language")
class TranslationReviewTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    @Autowired
    private MailServer mailServer;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void readsEnglishAgain() {
        familyReads("en");
        database.sql("truncate interviews.translation_review").update();
    }

    @Test
    void isAskedInItAndAnAdministratorHasTheTranslationRead() {
        familyReads("es");
        cast.untilTheVisitIsPlanned();

        var mail = mailServer.lastTo(Cast.GUARDIAN);
        assertThat(mail.subject()).startsWith("Se necesita su permiso: una entrevista");
        assertThat(mail.words())
                .contains("lang=\"es\"", "Hola, ", "jueves, 18 de marzo de 2027", "en el lugar de trabajo")
                .contains("todavía no ha revisado esta traducción")
                .doesNotContain("We need your permission", "Questions?");
        var page = cast.pageOf(Cast.GUARDIAN);
        assertThat(page)
                .contains("lang=\"es\"", "Su consentimiento", "¿Puede participar el estudiante?", "jueves, 18 de marzo")
                .contains("todavía no ha revisado esta traducción", "No soy la persona indicada");
        assertThat(mailServer.lastTo(Cast.GUARDIAN).subject()).startsWith("Su código de ");

        assertThat(cast.shown("Activity_ReviewTranslation"))
                .containsEntry("translationName", "Spanish")
                .hasEntrySatisfying("translationLines", lines -> assertThat(String.valueOf(lines))
                        .contains("May the student take part?\n  - ¿Puede participar el estudiante?"));
        cast.administrator("Activity_ReviewTranslation", Map.of("right", "yes", "reviewer", "The translation office"));
        assertThat(cast.pageOf(Cast.GUARDIAN)).contains("Su consentimiento").doesNotContain("todavía no ha revisado");

        cast.guardianAgrees();
        var receipt = mailServer.lastTo(Cast.GUARDIAN);
        assertThat(receipt.subject()).startsWith("Para conservar: lo que usted autorizó");
        assertThat(receipt.words()).contains("Participar en la entrevista: sí").doesNotContain("revisado");
        assertThat(story.value(
                        "select lines from interviews.form_receipt join interviews.form_link l on l.id = form_link_id"
                                + " where l.role = 'guardians'"))
                .contains("¿Puede participar el estudiante?");
        assertThat(cast.pageOf(Cast.GUARDIAN, "permiso")).contains("Lo que respondió", "pedir que se corrija");
    }

    @Test
    void readsEnglishWhenTheTranslationIsFoundWrong() {
        familyReads("ar");
        cast.untilTheVisitIsPlanned();
        assertThat(cast.pageOf(Cast.GUARDIAN)).contains("dir=\"rtl\"", "موافقتكم");

        cast.administrator("Activity_ReviewTranslation", Map.of("right", "no", "reviewer", "A teacher"));

        assertThat(cast.pageOf(Cast.GUARDIAN))
                .contains("lang=\"en\"", "Your consent")
                .doesNotContain("موافقتكم");
    }

    @Test
    void readsEnglishAndIsCalledWhenThereIsNoTranslation() {
        familyReads("ko");
        cast.untilTheVisitIsPlanned();

        assertThat(mailServer.lastTo(Cast.GUARDIAN).subject()).startsWith("Permission needed");
        assertThat(cast.pageOf(Cast.GUARDIAN)).contains("lang=\"en\"", "Your consent");
        assertThat(cast.shown("Activity_HaveTranslated")).containsEntry("translationName", "Korean");
        assertThatThrownBy(() -> cast.coordinator("Activity_HaveTranslated", Map.of()))
                .hasMessageContaining("The family was called");
        cast.coordinator("Activity_HaveTranslated", Map.of("done", true));
    }

    @Test
    void mayChooseAnotherLanguageOnThePage() {
        familyReads("fr");
        cast.untilTheVisitIsPlanned();
        assertThat(cast.pageOf(Cast.GUARDIAN)).contains("Votre consentement", "English", "español", "العربية");

        assertThat(cast.pageIn("en", Cast.GUARDIAN)).contains("lang=\"en\"", "Your consent");
        assertThat(cast.pageIn("zh-Hant", Cast.GUARDIAN)).contains("lang=\"zh-Hant\"", "您的同意");
        assertThat(cast.pageIn("ko", Cast.GUARDIAN)).contains("lang=\"en\"");
        assertThat(cast.pageIn("%22%3E%3Cscript%3E", Cast.GUARDIAN)).doesNotContain("<script>");
    }

    @Test
    void isKeptByTheCoordinator() {
        cast.untilTheVisitIsPlanned();
        cast.start(
                Cast.COORDINATOR,
                Groups.COORDINATORS,
                "address-correction",
                Map.of(
                        "person",
                        "guardians:"
                                + story.value(
                                        "select id from interviews.guardian where email = '" + Cast.GUARDIAN + "'"),
                        "newEmail",
                        Cast.GUARDIAN,
                        "newLanguage",
                        "fr"));

        assertThat(cast.pageOf(Cast.GUARDIAN)).contains("Votre consentement");
    }

    private void familyReads(String language) {
        database.sql("update interviews.guardian set language = :language where email = :email")
                .param("language", language)
                .param("email", Cast.GUARDIAN)
                .update();
    }
}
