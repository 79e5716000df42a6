package org.wbl.interviews.workers;

import org.wbl.interviews.interview.CaseFile;
import org.wbl.interviews.process.Refusal;

/** What somebody wrote for an employer to read. */
final class EmployerReads {

    private EmployerReads() {}

    /** Returns the words, unless they name the student more than the employer may know. */
    static String allowed(CaseFile file, String words) {
        if (file.namesStudentToEmployer(words)) {
            throw new Refusal(
                    file.shareData()
                            ? "Leave out the student's family name: the employer knows the first name only."
                            : "Leave out the student's name: the family has not allowed the employer to know it.");
        }
        return words;
    }
}
