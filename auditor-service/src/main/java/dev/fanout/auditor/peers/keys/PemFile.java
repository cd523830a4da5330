package dev.fanout.auditor.peers.keys;

import dev.fanout.auditor.vote.message.Ed25519Signer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Collectors;

/** A key in a file, as openssl writes it. Another may write it too, so no more of it is read than a key needs. */
record PemFile(Path path) {
    private static final int LONGEST = 4096;

    /** @throws IllegalArgumentException if it is no key */
    PrivateKey privateKey() throws IOException {
        return Ed25519Signer.privateKey(body());
    }

    /** @throws IllegalArgumentException if it is no key */
    PublicKey publicKey() throws IOException {
        return Ed25519Signer.publicKey(body());
    }

    boolean isThere() {
        return Files.exists(path);
    }

    void writePrivate(Key key) throws IOException {
        write("PRIVATE KEY", key, "rw-------");
    }

    void writePublic(Key key) throws IOException {
        write("PUBLIC KEY", key, "rw-r--r--");
    }

    /** Whole or not at all: a peer may look at this very moment. */
    private void write(String kind, Key key, String mode) throws IOException {
        var text = "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(kind, Base64.getEncoder().encodeToString(key.getEncoded()));
        var permissions = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
        var place = Objects.requireNonNull(path.toAbsolutePath().getParent(), "no file");
        var unfinished = place.resolve(path.getFileName() + ".unfinished");
        Files.createDirectories(place);
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, permissions);
        Files.writeString(unfinished, text);
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A pipe, say, would be waited for without end. */
    private String body() throws IOException {
        if (!Files.isRegularFile(path)) throw new IllegalArgumentException("no regular file");
        try (var in = Files.newInputStream(path)) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1).lines()
                    .filter(line -> !line.startsWith("-----"))
                    .collect(Collectors.joining());
        }
    }
}
