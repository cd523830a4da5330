package dev.fanout.local.sns.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignerTest {
    private static final Signer SIGNER = Signer.create();

    @Test
    void its_certificate_is_valid_and_signed_by_itself() throws Exception {
        var certificate = certificate(SIGNER);
        certificate.checkValidity();
        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getSubjectX500Principal()).isEqualTo(certificate.getIssuerX500Principal());
        assertThat(certificate.getSubjectX500Principal().getName()).contains("Fanout local stack");
    }

    @Test
    void its_signatures_are_verified_by_the_certificate() throws Exception {
        assertThat(verified("SHA1withRSA", SIGNER.sign("text", "1"))).isTrue();
        assertThat(verified("SHA256withRSA", SIGNER.sign("text", "2"))).isTrue();
        assertThat(verified("SHA256withRSA", SIGNER.sign("other text", "2"))).isFalse();
    }

    @Test
    void the_kept_key_has_the_same_certificate() {
        var again = Signer.of(SIGNER.privateKey());
        assertThat(again.certificate()).isEqualTo(SIGNER.certificate());
        assertThat(again.certificateName()).isEqualTo(SIGNER.certificateName());
    }

    private static boolean verified(String algorithm, String signature) throws Exception {
        var verifier = Signature.getInstance(algorithm);
        verifier.initVerify(certificate(SIGNER));
        verifier.update("text".getBytes(StandardCharsets.UTF_8));
        return verifier.verify(Base64.getDecoder().decode(signature));
    }

    private static X509Certificate certificate(Signer signer) throws Exception {
        var pem = new ByteArrayInputStream(signer.certificate().getBytes(StandardCharsets.US_ASCII));
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
    }
}
