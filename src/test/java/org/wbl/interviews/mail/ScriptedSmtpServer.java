package org.wbl.interviews.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that answers each command as a test says, and counts what comes. */
final class ScriptedSmtpServer implements AutoCloseable {

    private final ServerSocket door;
    private final Thread listener = new Thread(this::listen, "scripted SMTP server");
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger mails = new AtomicInteger();
    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of(
            "GREETING", "220 ready",
            "EHLO", "250 hello",
            "MAIL", "250 ok",
            "RCPT", "250 ok",
            "DATA", "354 go on",
            ".", "250 taken",
            "NOOP", "250 ok",
            "RSET", "250 ok",
            "QUIT", "221 bye"));

    ScriptedSmtpServer(int port) {
        try {
            door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.setDaemon(true);
        listener.start();
    }

    int port() {
        return door.getLocalPort();
    }

    /** Changes the answer to a command; to an empty answer, the server stays silent. */
    void answer(String command, String answer) {
        answers.put(command, answer);
    }

    int connections() {
        return connections.get();
    }

    int mails() {
        return mails.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var socket : open) {
            socket.close();
        }
        try {
            listener.join(); // until then the port is not free
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                open.add(socket);
                connections.incrementAndGet();
                var talk = new Thread(() -> talk(socket), "scripted SMTP talk");
                talk.setDaemon(true);
                talk.start();
            } catch (IOException e) {
                return; // closed by the test
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            say(socket, "GREETING");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                say(socket, command);
                if (command.equals("DATA") && answers.getOrDefault("DATA", "").startsWith("3")) {
                    takeMail(in);
                    say(socket, ".");
                }
            }
        } catch (IOException e) {
            return; // the other side is gone
        }
    }

    private void takeMail(BufferedReader in) throws IOException {
        var line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
        if (answers.getOrDefault(".", "").startsWith("2")) {
            mails.incrementAndGet();
        }
    }

    private void say(Socket socket, String command) throws IOException {
        var answer = answers.getOrDefault(command, "502 unknown");
        if (!answer.isEmpty()) {
            socket.getOutputStream().write((answer + "\r\n").getBytes(US_ASCII));
            socket.getOutputStream().flush();
        }
    }
}
