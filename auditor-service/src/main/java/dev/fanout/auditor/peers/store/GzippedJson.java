package dev.fanout.auditor.peers.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Records as few bytes. */
public final class GzippedJson {
    private final JsonMapper json = JsonMapper.builder().build();

    public byte[] write(Record content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json.writeValueAsBytes(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public <T extends Record> T read(byte[] bytes, Class<T> type) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return json.readValue(gzip.readAllBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
