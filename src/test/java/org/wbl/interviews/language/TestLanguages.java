package org.wbl.interviews.language;

import org.springframework.context.support.ResourceBundleMessageSource;

/** The texts of the application, without the application. */
public final class TestLanguages {

    private TestLanguages() {}

    /** Returns them as {@code application.yaml} has them read. */
    public static Languages read() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/page", "messages/mail", "messages/form");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Languages(messages);
    }
}
