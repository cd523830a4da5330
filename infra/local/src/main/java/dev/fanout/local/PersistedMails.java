package dev.fanout.local;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Mails as files, one for each recipient, that any mail program opens: 0000000012-anna@example.com.eml. */
final class PersistedMails {
    private static final String END = ".eml";
    private static final int DIGITS = 10;

    private final Path folder;
    private final AtomicLong last = new AtomicLong();
    private int found;

    PersistedMails(Path folder) {
        this.folder = folder;
    }

    /** Delivers what is there already, and from then on writes down each mail before it is delivered. */
    void serve(UserManager users) throws IOException, MessagingException {
        for (var file : files()) deliver(file, users);
        var deliver = users.getMessageDeliveryHandler();
        users.setMessageDeliveryHandler((mail, recipient) -> {
            write(mail, recipient);
            return deliver.handle(mail, recipient);
        });
    }

    int found() {
        return found;
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> name(file).matches("\\d{10}-.+\\.eml")).sorted().toList();
        }
    }

    private void deliver(Path file, UserManager users) throws IOException, MessagingException {
        var name = name(file);
        var address = name.substring(DIGITS + 1, name.length() - END.length());
        var mail = new MovingMessage();
        try (var content = Files.newInputStream(file)) {
            mail.setMimeMessage(GreenMailUtil.newMimeMessage(content));
            users.deliver(mail, new MailAddress(URLDecoder.decode(address, StandardCharsets.UTF_8)));
        } catch (com.icegreen.greenmail.user.UserException e) {
            throw new MessagingException(file + " cannot be delivered again", e);
        }
        last.set(Long.parseLong(name.substring(0, DIGITS)));
        found++;
    }

    private void write(MovingMessage mail, MailAddress recipient) throws MessagingException {
        var address = URLEncoder.encode(recipient.getEmail(), StandardCharsets.UTF_8).replace("%40", "@");
        var file = folder.resolve("%010d-%s%s".formatted(last.incrementAndGet(), address, END));
        var unfinished = folder.resolve(file.getFileName() + ".new");
        try {
            try (var out = Files.newOutputStream(unfinished)) {
                mail.getMessage().writeTo(out);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new MessagingException("the mail cannot be kept", e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
