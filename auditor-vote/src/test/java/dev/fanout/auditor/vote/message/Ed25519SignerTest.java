package dev.fanout.auditor.vote.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanout.auditor.vote.TestKeys;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class Ed25519SignerTest {
    private static final byte[] WORDS = "what was said".getBytes();

    private final TestKeys keys = new TestKeys("a", "b");

    @Test
    void a_signature_is_its_authors_for_these_words() {
        var signature = keys.seal("a").sign(WORDS);
        assertThat(keys.seal("b").isBy("a", WORDS, signature)).isTrue();
        assertThat(keys.seal("b").isBy("b", WORDS, signature)).isFalse();
        assertThat(keys.seal("b").isBy("a", "something else".getBytes(), signature)).isFalse();
    }

    @Test
    void what_is_no_signature_at_all_is_nobodys() {
        assertThat(keys.seal("b").isBy("a", WORDS, new byte[0])).isFalse();
        assertThat(keys.seal("b").isBy("a", WORDS, new byte[64])).isFalse();
        assertThat(keys.seal("b").isBy("z", WORDS, keys.seal("a").sign(WORDS))).isFalse();
    }

    @Test
    void keys_come_as_they_stand_in_pem_files() {
        var pair = keys.of("a");
        var own = Ed25519Signer.privateKey(Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded()));
        var known = Ed25519Signer.publicKey(Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        var seal = new Ed25519Signer(own, _ -> Optional.of(known));
        assertThat(seal.isBy("a", WORDS, seal.sign(WORDS))).isTrue();
        assertThatThrownBy(() -> Ed25519Signer.publicKey("AAAA")).hasMessageContaining("not an Ed25519 public key");
        assertThatThrownBy(() -> Ed25519Signer.privateKey("AAAA")).hasMessageContaining("not an Ed25519 private key");
    }
}
