package dev.fanout.email;

import dev.fanout.messaging.ActionRejected;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mails to the SMTP server. */
@Component
class Mailer {
    private final JavaMailSender smtp;
    private final EmailSettings settings;

    Mailer(JavaMailSender smtp, EmailSettings settings) {
        this.smtp = smtp;
        this.settings = settings;
    }

    /**
     * Returns when the server has taken the mail.
     *
     * @throws ActionRejected if the server refuses it for good, with its answer
     */
    void send(String to, String messageId, OrderMail mail) {
        try {
            var message = smtp.createMimeMessage();
            var helper = new MimeMessageHelper(message, true, "UTF-8");
            helper.setFrom(settings.from());
            helper.setTo(to);
            helper.setSubject(mail.subject());
            helper.setText(mail.text(), mail.html());
            message.setHeader("Message-ID", messageId);
            smtp.send(message);
        } catch (AddressException e) {
            throw new ActionRejected(to + " is no address: " + e.getMessage(), e);
        } catch (MessagingException e) {
            throw new IllegalStateException("the mail cannot be written", e);
        } catch (MailSendException e) {
            var refusal = refusals(e).filter(Mailer::isForGood).findFirst();
            if (refusal.isPresent()) throw new ActionRejected(String.valueOf(refusal.get().getMessage()).strip(), e);
            throw e;
        }
    }

    /** The exceptions that the server's answers became; they hang on each other by {@code getNextException}. */
    private static Stream<Exception> refusals(MailSendException e) {
        return Stream.of(e.getMessageExceptions())
                .flatMap(each -> Stream.<@Nullable Exception>iterate(each, x -> x != null, Mailer::next));
    }

    private static @Nullable Exception next(@Nullable Exception e) {
        return e instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    /** RFC 5321: an answer of 5yz is permanent, 4yz may be different next time. */
    private static boolean isForGood(Exception e) {
        return switch (e) {
            case SMTPAddressFailedException address -> address.getReturnCode() >= 500;
            case SMTPSendFailedException send -> send.getReturnCode() >= 500;
            case SMTPSenderFailedException sender -> sender.getReturnCode() >= 500;
            default -> false;
        };
    }
}
