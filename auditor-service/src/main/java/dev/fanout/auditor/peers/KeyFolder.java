package dev.fanout.auditor.peers;

import dev.fanout.auditor.vote.Ed25519Seal;
import dev.fanout.auditor.vote.Seal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys in PEM files, as openssl writes them: this auditor's private key, made at its first start, and a folder with
 * {@code NAME.pub}, the public key of each. Whoever may write there decides who is believed.
 */
final class KeyFolder {
    private static final Logger log = LoggerFactory.getLogger(KeyFolder.class);
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private final Path folder;
    private final Path privateFile;
    private final String auditor;
    private final Map<String, Read> known = new ConcurrentHashMap<>();

    KeyFolder(Path folder, Path privateFile, String auditor) {
        this.folder = folder;
        this.privateFile = privateFile;
        this.auditor = auditor;
    }

    private record Read(FileTime changed, Optional<PublicKey> key) {}

    /** @throws UncheckedIOException where keys can be neither read nor made */
    Seal seal() {
        try {
            if (Files.notExists(privateFile)) make();
            var own = Ed25519Seal.privateKey(body(privateFile));
            var seal = new Ed25519Seal(own, this::publicKey);
            mustMatch(seal, own);
            return seal;
        } catch (IOException e) {
            var files = "the keys of %s, %s and %s".formatted(auditor, privateFile, publicFile(auditor));
            throw new UncheckedIOException(files + ": " + e, e);
        }
    }

    /** Those of these auditors whose public keys are not there yet: nothing that they say can be believed. */
    Stream<Path> missing(Stream<String> auditors) {
        return auditors.map(this::publicFile).filter(Files::notExists);
    }

    /** Public first: a private key that nobody can check would be kept for ever. */
    private void make() throws IOException {
        var pair = pair();
        write(publicFile(auditor), PUBLIC, pair.getPublic(), "rw-r--r--");
        write(privateFile, PRIVATE, pair.getPrivate(), "rw-------");
    }

    private void mustMatch(Seal seal, PrivateKey own) {
        var words = auditor.getBytes();
        if (!seal.isBy(auditor, words, seal.sign(words)))
            throw new IllegalStateException("%s is not the public key of %s: its peers would not believe it"
                    .formatted(publicFile(auditor), privateFile));
    }

    /** As it is laid out now: it may come later, or be another one day. */
    private Optional<PublicKey> publicKey(String name) {
        var file = publicFile(name);
        try {
            var changed = Files.getLastModifiedTime(file);
            var read = known.get(name);
            if (read == null || !read.changed.equals(changed)) known.put(name, read = read(file, changed));
            return read.key;
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** One that is no key makes its auditor a stranger, and must not keep the others from their work. */
    private static Read read(Path file, FileTime changed) throws IOException {
        try {
            return new Read(changed, Optional.of(Ed25519Seal.publicKey(body(file))));
        } catch (IllegalArgumentException | MalformedInputException e) {
            log.warn("{} is no public key: nothing that its auditor says is believed: {}", file, e.getMessage());
            return new Read(changed, Optional.empty());
        }
    }

    private Path publicFile(String name) {
        return folder.resolve(name + ".pub");
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** Whole or not at all: a peer may look at this very moment. */
    private static void write(Path file, String kind, Key key, String mode) throws IOException {
        var text = "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(kind, Base64.getEncoder().encodeToString(key.getEncoded()));
        var permissions = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
        var place = Objects.requireNonNull(file.toAbsolutePath().getParent(), "no file");
        var unfinished = place.resolve(file.getFileName() + ".unfinished");
        Files.createDirectories(place);
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, permissions);
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String body(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("-----"))
                .collect(Collectors.joining());
    }
}
