package org.wbl.interviews.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A PDF")
class PdfTests {

    @Test
    void isMadeOfItsPageAlone(@TempDir Path folder) throws IOException {
        var style = Files.writeString(folder.resolve("style.css"), "p { display: none }");
        var asked = new CopyOnWriteArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", request -> {
            asked.add(request.getRequestURI().getPath());
            request.sendResponseHeaders(404, -1);
            request.close();
        });
        server.start();
        var address = "http://127.0.0.1:" + server.getAddress().getPort();

        try (var pdf = Pdf.of("""
                <html lang="en"><head><title>Page</title><meta name="subject" content="A page">
                <link rel="stylesheet" href="%1$s/style.css"><link rel="stylesheet" href="%2$s">
                <style>@font-face { font-family: Other; src: url(%1$s/font.ttf) } @import url(%1$s/more.css);
                    body { font-family: Other, "Noto Sans"; background: url(%1$s/back.png) }</style></head>
                <body><p>Words</p><img src="%1$s/picture.png" alt="x"><object data="%1$s/object"></object></body></html>
                """.formatted(address, style.toUri()));
                var document = Loader.loadPDF(pdf.bytes())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Words");
        } finally {
            server.stop(0);
        }
        assertThat(asked).isEqualTo(List.of());
    }
}
