package dev.fanout.auditor.peers.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.auditor.vote.message.Signer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFolderTest {
    private static final byte[] WORDS = "what was said".getBytes();

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void keys_are_made_at_the_first_start_and_stay() {
        var signature = keys("a").seal().sign(WORDS);
        assertThat(keys("a").seal().sign(WORDS)).isEqualTo(signature);
    }

    @Test
    void nobody_else_may_read_the_private_one() throws IOException {
        keys("a").seal();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a", "a.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void an_auditor_writes_in_its_own_folder_alone() throws IOException {
        keys("b").seal();
        var a = keys("a");
        assertThat(believes(a.seal(), "b", keys("b").seal())).isTrue();
        try (var all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()))
                    .containsExactlyInAnyOrder("a/a.pub", "a/a.key", "a/peers/b.pub", "b/b.pub", "b/b.key");
        }
    }

    @Test
    void a_peer_is_believed_as_soon_as_its_public_key_is_there() {
        var early = keys("a").seal();
        assertThat(keys("a").missing(Stream.of("b"))).containsExactly(publicKey("b"));
        assertThat(early.isBy("b", WORDS, new byte[64])).isFalse();
        var signature = keys("b").seal().sign(WORDS);
        assertThat(early.isBy("b", WORDS, signature)).isTrue();
        assertThat(early.isBy("a", WORDS, signature)).isFalse();
        assertThat(keys("a").missing(Stream.of("b"))).isEmpty();
    }

    @Test
    void a_changed_key_is_refused_counted_once_and_named() throws IOException {
        var first = keys("b").seal();
        var publicKeys = publicKeys("a");
        var a = new KeyFolder(folder.resolve("a", "a.key"), publicKeys, "a").seal();
        assertThat(believes(a, "b", first)).isTrue();
        assertThat(publicKeys.refused()).isEmpty();
        var second = replaced("b", 1);
        assertThat(believes(a, "b", second)).isFalse();
        assertThat(believes(a, "b", first)).isTrue();
        assertThat(publicKeys.refused()).containsExactly("b");
        Files.setLastModifiedTime(publicKey("b"), FileTime.fromMillis(2));
        assertThat(believes(a, "b", second)).isFalse();
        assertThat(meters.get("fanout.auditor.keys.refused").tag("auditor", "b").counter().count()).isEqualTo(1);
        replaced("b", 3);
        assertThat(believes(a, "b", first)).isTrue();
        assertThat(meters.get("fanout.auditor.keys.refused").tag("auditor", "b").counter().count()).isEqualTo(2);
    }

    @Test
    void a_key_that_was_changed_while_nobody_looked_is_refused_after_the_next_start() throws IOException {
        var first = keys("b").seal();
        assertThat(believes(keys("a").seal(), "b", first)).isTrue();
        var second = replaced("b", 1);
        var publicKeys = publicKeys("a");
        var a = new KeyFolder(folder.resolve("a", "a.key"), publicKeys, "a").seal();
        assertThat(believes(a, "b", second)).isFalse();
        assertThat(believes(a, "b", first)).isTrue();
        assertThat(publicKeys.refused()).containsExactly("b");
    }

    @Test
    void who_removes_the_pinned_key_believes_the_new_one_after_the_next_start() throws IOException {
        assertThat(believes(keys("a").seal(), "b", keys("b").seal())).isTrue();
        var second = replaced("b", 1);
        Files.delete(folder.resolve("a", "peers", "b.pub"));
        assertThat(believes(keys("a").seal(), "b", second)).isTrue();
    }

    @Test
    void a_key_that_comes_back_is_not_refused_any_more() throws IOException {
        keys("b").seal();
        var publicKeys = publicKeys("a");
        publicKeys.of("b");
        var kept = Files.readString(publicKey("b"));
        replaced("b", 1);
        publicKeys.of("b");
        Files.writeString(publicKey("b"), kept);
        publicKeys.of("b");
        assertThat(publicKeys.refused()).isEmpty();
    }

    @Test
    void who_does_not_know_any_more_what_it_has_seen_says_so_and_believes_nobody() throws IOException {
        keys("b").seal();
        Files.createDirectories(folder.resolve("a", "peers"));
        Files.writeString(folder.resolve("a", "peers", "b.pub"), "");
        assertThatThrownBy(() -> keys("a").missing(Stream.of("b")).toList())
                .hasMessageContaining("b.pub should be the key that was there first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no key", "", "MCowBQYDK2VwAyEA", NO_POINT})
    void a_file_that_is_no_key_makes_a_stranger_until_it_is_one(String text) throws IOException {
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(publicKey("b"), text);
        Files.setLastModifiedTime(publicKey("b"), FileTime.fromMillis(0));
        var seal = keys("a").seal();
        assertThat(seal.isBy("b", WORDS, new byte[64])).isFalse();
        var signature = keys("b").seal().sign(WORDS);
        assertThat(seal.isBy("b", WORDS, signature)).isTrue();
    }

    /** It has the form of a key, and cannot be used as one. */
    private static final String NO_POINT = "MCowBQYDK2VwAyEAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_folder_a_pipe_or_an_endless_file_in_the_place_of_a_key_keeps_nobody_waiting() throws Exception {
        var seal = keys("a").seal();
        Files.createDirectories(publicKey("b"));
        assertThat(seal.isBy("b", WORDS, new byte[64])).isFalse();
        Files.createDirectories(folder.resolve("c"));
        Files.createSymbolicLink(publicKey("c"), Path.of("/dev/zero"));
        assertThat(seal.isBy("c", WORDS, new byte[64])).isFalse();
        Files.createDirectories(folder.resolve("d"));
        try (var sparse = new RandomAccessFile(publicKey("d").toFile(), "rw")) {
            sparse.setLength(1L << 40);
        }
        assertThat(seal.isBy("d", WORDS, new byte[64])).isFalse();
        Files.createDirectories(folder.resolve("e"));
        assertThat(new ProcessBuilder("mkfifo", publicKey("e").toString()).start().waitFor()).isZero();
        assertThat(seal.isBy("e", WORDS, new byte[64])).isFalse();
    }

    @Test
    void a_private_key_can_be_kept_apart_from_what_peers_read() {
        var apart = folder.resolve("secret").resolve("own.key");
        new KeyFolder(apart, publicKeys("a"), "a").seal();
        assertThat(apart).exists();
        assertThat(publicKey("a")).exists();
        assertThat(folder.resolve("a", "a.key")).doesNotExist();
    }

    @Test
    void who_would_not_be_believed_is_told_so_at_once() throws IOException {
        keys("a").seal();
        keys("b").seal();
        Files.copy(publicKey("b"), publicKey("a"), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> keys("a").seal()).hasMessageContaining("a.pub is not the public key of ");
    }

    @Test
    void a_folder_that_cannot_be_is_named() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        var there = new PublicKeys(file, file.resolve("peers"), meters);
        assertThatThrownBy(() -> new KeyFolder(file.resolve("a.key"), there, "a").seal())
                .isInstanceOf(UncheckedIOException.class).hasMessageContaining(file.toString());
    }

    private boolean believes(Signer auditor, String name, Signer signer) {
        return auditor.isBy(name, WORDS, signer.sign(WORDS));
    }

    /** Somebody lays out another key in this auditor's name. */
    private Signer replaced(String name, int time) throws IOException {
        var elsewhere = folder.resolve("other" + time);
        var own = new KeyFolder(elsewhere.resolve("own"), new PublicKeys(elsewhere, elsewhere, meters), name).seal();
        Files.copy(elsewhere.resolve(name, name + ".pub"), publicKey(name), StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(publicKey(name), FileTime.fromMillis(time));
        return own;
    }

    private Path publicKey(String name) {
        return folder.resolve(name, name + ".pub");
    }

    private PublicKeys publicKeys(String auditor) {
        return new PublicKeys(folder, folder.resolve(auditor, "peers"), meters);
    }

    private KeyFolder keys(String auditor) {
        return new KeyFolder(folder.resolve(auditor, auditor + ".key"), publicKeys(auditor), auditor);
    }
}
