package dev.fanout.auditor.peers.api;

import dev.fanout.auditor.peers.network.PeerNetwork;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where peers post what they have to say. */
@RestController
@OnlyVoters
class FramesController {
    private final PeerNetwork network;

    FramesController(PeerNetwork network) {
        this.network = network;
    }

    @PostMapping(path = PeerNetwork.PATH, consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> take(@RequestBody byte[] frame) {
        return network.receive(frame)
                .map(answer -> ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).body(answer))
                .orElseGet(() -> ResponseEntity.accepted().build());
    }
}
