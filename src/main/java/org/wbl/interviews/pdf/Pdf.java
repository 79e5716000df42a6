package org.wbl.interviews.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;

/**
 * A page of ours, laid out on paper: tagged for screen readers (PDF/UA), with its letters in it.
 *
 * <p>Nothing is fetched for it, from the network, a file or the jar: styles stand in the page itself, and an address in
 * it is text.
 */
public final class Pdf implements AutoCloseable {

    private static final String FAMILY = "Noto Sans";

    /** Letters that {@value #FAMILY} has not: each is read when a page needs it. */
    private static final List<String> FALLBACKS =
            List.of("NotoSansArabic-Regular", "NotoSansHebrew-Regular", "Lohit-Bengali", "DroidSansFallback");

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final PdfBoxRenderer renderer;

    private Pdf(String html) {
        var builder = new PdfRendererBuilder()
                .withW3cDocument(new W3CDom().fromJsoup(Jsoup.parse(html)), "")
                .usePdfUaAccessibility(true)
                .useUnicodeBidiSplitter(RightToLeft.Runs::new)
                .useUnicodeBidiReorderer(new RightToLeft())
                .useReplacementText("?")
                .withProducer("Informational interviews")
                .toStream(file);
        for (var when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((address, type) -> false, when);
        }
        font(builder, "NotoSans-Regular", FAMILY, REGULAR, FSFontUseCase.DOCUMENT);
        font(builder, "NotoSans-Bold", FAMILY, BOLD, FSFontUseCase.DOCUMENT);
        FALLBACKS.forEach(file -> font(builder, file, file, REGULAR, FSFontUseCase.FALLBACK_FINAL));
        renderer = builder.buildPdfRenderer();
        renderer.layout();
    }

    /** Lays a page out; its letters are {@value #FAMILY}, regular and bold. */
    public static Pdf of(String html) {
        return new Pdf(html);
    }

    private static void font(PdfRendererBuilder builder, String file, String family, int weight, FSFontUseCase use) {
        builder.useFont(() -> open(file), family, weight, FontStyle.NORMAL, true, EnumSet.of(use));
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(Pdf.class.getResourceAsStream("/fonts/" + file + ".ttf"), file);
    }

    public int pages() {
        return renderer.getRootBox().getLayer().getPages().size();
    }

    /** Returns the document as a file. */
    public byte[] bytes() {
        try {
            renderer.createPDF();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    @Override
    public void close() {
        renderer.close();
    }
}
