package org.wbl.interviews.process.form;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks the real viewer for its verdict on every case and writes it down, for {@link FormSchemaTests}.
 *
 * <p>For maintainers: after adding a case (without a verdict) or changing the viewer's version, with Chromium and its
 * driver installed, {@code mvn test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=org.wbl.interviews.process.form.ViewerVerdicts}.
 */
final class ViewerVerdicts {

    private ViewerVerdicts() {}

    public static void main(String[] arguments) throws IOException {
        try (var viewer = new Viewer()) {
            write(viewer, ViewerCase.WRITTEN, ViewerCase.read(ViewerCase.WRITTEN));
            write(viewer, ViewerCase.RANDOM, RandomCases.all());
            FeelCases.read().asked(viewer).write();
        }
    }

    private static void write(Viewer viewer, Path file, List<ViewerCase> cases) throws IOException {
        var verdicts = viewer.verdicts(cases);
        var judged = new ArrayList<ViewerCase>();
        for (var i = 0; i < cases.size(); i++) {
            judged.add(cases.get(i).with(verdicts.get(i)));
        }
        ViewerCase.write(file, judged);
    }
}
