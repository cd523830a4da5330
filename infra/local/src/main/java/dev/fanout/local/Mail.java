package dev.fanout.local;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.fanout.local.data.DataFolder;
import dev.fanout.local.data.UnusableData;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An SMTP server that takes every mail and keeps it: in memory, and, if there is a folder, there as well. */
final class Mail implements AutoCloseable {
    private final GreenMail server;

    private final int found;

    private Mail(GreenMail server, int found) {
        this.server = server;
        this.found = found;
    }

    static Mail start(String host, int port, @Nullable DataFolder folder) {
        checkFree(host, port);
        var server = new GreenMail(new ServerSetup(port, host, ServerSetup.PROTOCOL_SMTP));
        var found = folder == null ? 0 : keep(server, folder.folder("mails"));
        server.start();
        return new Mail(server, found);
    }

    int found() {
        return found;
    }

    int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static int keep(GreenMail server, Path folder) {
        var mails = new PersistedMails(folder);
        try {
            mails.serve(server.getUserManager());
        } catch (IOException | MessagingException e) {
            throw new UnusableData("The mails in %s cannot be read: %s".formatted(folder, e));
        }
        return mails.found();
    }

    /** GreenMail itself would write two stack traces about it. */
    private static void checkFree(String host, int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            probe.setReuseAddress(true);
        } catch (IOException e) {
            throw new PortTaken(port, e);
        }
    }
}
