package dev.fanout.local.sns.registry;

import dev.fanout.local.sns.signing.Signer;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A key takes a good part of a second to make, and whoever delivers raw messages never needs one. */
public final class LazySigner {
    private final Optional<SnsEntry.SigningKeyIs> kept;
    private final Consumer<SnsEntry> keep;
    private @Nullable Signer signer;

    public LazySigner(Optional<SnsEntry.SigningKeyIs> kept, Consumer<SnsEntry> keep) {
        this.kept = kept;
        this.keep = keep;
    }

    public synchronized Signer get() {
        if (signer != null) return signer;
        var made = kept.map(key -> Signer.of(key.privateKey())).orElseGet(this::create);
        signer = made;
        return made;
    }

    private Signer create() {
        var made = Signer.create();
        keep.accept(new SnsEntry.SigningKeyIs(made.privateKey()));
        return made;
    }
}
