package dev.fanout.auditor.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {
    private static final byte[] WORDS = "what was said".getBytes();

    @TempDir
    private Path folder;

    @Test
    void keys_are_made_at_the_first_start_and_stay() {
        var signature = keys("a").seal().sign(WORDS);
        assertThat(keys("a").seal().sign(WORDS)).isEqualTo(signature);
    }

    @Test
    void nobody_else_may_read_the_private_one() throws IOException {
        keys("a").seal();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_peer_is_believed_as_soon_as_its_public_key_is_there() {
        var early = keys("a").seal();
        assertThat(keys("a").missing(Stream.of("b"))).containsExactly(folder.resolve("b.pub"));
        assertThat(early.isBy("b", WORDS, new byte[64])).isFalse();
        var signature = keys("b").seal().sign(WORDS);
        assertThat(early.isBy("b", WORDS, signature)).isTrue();
        assertThat(early.isBy("a", WORDS, signature)).isFalse();
        assertThat(keys("a").missing(Stream.of("b"))).isEmpty();
    }

    @Test
    void a_file_that_is_no_key_makes_a_stranger_until_it_is_one() throws IOException {
        Files.writeString(folder.resolve("b.pub"), "no key");
        Files.setLastModifiedTime(folder.resolve("b.pub"), FileTime.fromMillis(0));
        var seal = keys("a").seal();
        assertThat(seal.isBy("b", WORDS, new byte[64])).isFalse();
        var signature = keys("b").seal().sign(WORDS);
        assertThat(seal.isBy("b", WORDS, signature)).isTrue();
    }

    @Test
    void a_private_key_can_be_kept_apart_from_what_peers_read() {
        var apart = folder.resolve("secret").resolve("own.key");
        new KeyFolder(folder, apart, "a").seal();
        assertThat(apart).exists();
        assertThat(folder.resolve("a.pub")).exists();
        assertThat(folder.resolve("a.key")).doesNotExist();
    }

    @Test
    void who_would_not_be_believed_is_told_so_at_once() throws IOException {
        keys("a").seal();
        keys("b").seal();
        Files.copy(folder.resolve("b.pub"), folder.resolve("a.pub"), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> keys("a").seal()).hasMessageContaining("a.pub is not the public key of ");
    }

    @Test
    void a_folder_that_cannot_be_is_named() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> new KeyFolder(file, file.resolve("a.key"), "a").seal())
                .isInstanceOf(UncheckedIOException.class).hasMessageContaining(file.toString());
    }

    private KeyFolder keys(String auditor) {
        return new KeyFolder(folder, folder.resolve(auditor + ".key"), auditor);
    }
}
