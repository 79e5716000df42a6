package org.wbl.interviews.process;

/** What Java may know about {@code translation-review}. */
public final class TranslationProcess {

    public static final String KEY = "translation-review";

    /** The tag of a language, such as zh-Hans. */
    public static final ProcessVariable<String> LANGUAGE = ProcessVariable.string("translationLanguage");

    /** Whether there is a translation to look at. */
    public static final ProcessVariable<Boolean> TRANSLATED = ProcessVariable.bool("translated");

    private TranslationProcess() {}
}
