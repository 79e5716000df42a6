package org.wbl.interviews.interview;

import org.jspecify.annotations.Nullable;

/** The programs of interviews by video; Skype ended in May 2025 and is kept for old cases. */
public enum Platform {
    FACETIME("FaceTime"),
    SKYPE("Skype"),
    ZOOM("Zoom"),
    TEAMS("Microsoft Teams"),
    MEET("Google Meet");

    private final String words;

    Platform(String words) {
        this.words = words;
    }

    /** Returns the program's name for a code, or nothing where none is chosen. */
    static String words(@Nullable String code) {
        return code == null ? "" : valueOf(code).words;
    }
}
