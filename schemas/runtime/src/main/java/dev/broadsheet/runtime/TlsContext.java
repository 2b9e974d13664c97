package dev.broadsheet.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The certificate and key of whoever listens; read once, at start. */
final class TlsContext {
    private TlsContext() {}

    /** Throws {@link SettingsException} that names the file, never the password. */
    static SSLContext of(Path keystore, String password) {
        try (InputStream file = Files.newInputStream(keystore)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, password.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new SettingsException(List.of(HttpSettings.KEYSTORE + ": " + keystore
                    + " cannot be read as PKCS #12 with BROADSHEET_HTTP_TLS_PASSWORD: " + e));
        }
    }
}
